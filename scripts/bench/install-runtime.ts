import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../.cache/runtimes/', import.meta.url))

/** Installs a runtime, once, and gives its program. The npm packages `node` and `bun` carry the runtimes of their versions. */
export function installRuntime(runtime: string): string {
  const [name, version] = /^\d/.test(runtime) ? ['node', runtime] : [runtime, 'latest']
  const folder = join(cache, `${name}-${version}`)
  const binary = join(folder, 'node_modules', name, 'bin', name === 'bun' ? 'bun.exe' : name)
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['install', '--prefix', folder, `${name}@${version}`], { stdio: 'pipe' })
  return binary
}
