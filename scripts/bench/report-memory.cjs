// Loaded into a measured process: says on stderr how much memory it took at most, in kilobytes. Not by
// process.resourceUsage(), which on Linux counts the parent's memory of before the program was started.
const { readFileSync, writeSync } = require('node:fs')

process.on('exit', () => {
  writeSync(2, `kitewright-bench ${peak()}\n`)
})

function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
}
