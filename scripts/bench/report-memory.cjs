// Loaded into a measured process: says on stderr how much memory it took at most, in kilobytes.
process.on('exit', () => {
  require('node:fs').writeSync(2, `kitewright-bench ${process.resourceUsage().maxRSS}\n`)
})
