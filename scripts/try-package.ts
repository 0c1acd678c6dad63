import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack, tryPackage } from '../test/packing/trial.ts'

// Tries the packed package on other runtimes: `pnpm package:try` or `pnpm package:try 22 bun`.
const cache = fileURLToPath(new URL('../.cache/runtimes/', import.meta.url))
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26', 'bun']

pack()
for (const runtime of wanted) {
  const { version, rendered, entries } = tryPackage(install(runtime))
  const lines = rendered.split('\n').length - 1
  console.log(`${runtime}: kitewright ${version}, ${Object.keys(entries).length} entries, ${lines} lines rendered`)
}

/** The npm packages `node` and `bun` carry the runtimes of their versions. */
function install(runtime: string): string {
  const [name, version] = /^\d/.test(runtime) ? ['node', runtime] : [runtime, 'latest']
  const folder = join(cache, `${name}-${version}`)
  const binary = join(folder, 'node_modules', name, 'bin', name === 'bun' ? 'bun.exe' : name)
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['install', '--prefix', folder, `${name}@${version}`], { stdio: 'pipe' })
  return binary
}
