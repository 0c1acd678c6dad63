import { spawn } from 'node:child_process'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { awaitApart } from './await-apart.ts'
import type { ApartResult, SealedRun } from './world.ts'

/** What is run: built or as source, whichever this file is. */
const program = fileURLToPath(new URL(`../sealed${extname(import.meta.url)}`, import.meta.url))

/** Its own code, which it reads. */
const own = fileURLToPath(new URL('../../', import.meta.url))

/** The flags of Node that are needed, and that make runs alike. */
const flags = [
  // Modules are linked by a loader of ours: Node's own hooks would need a thread.
  '--experimental-vm-modules',
  '--experimental-import-meta-resolve',
  '--no-warnings',
  '--zero-fill-buffers',
  '--random-seed=1',
]

/** How this process does it: Node's flag for permissions, and the argument by which it answers on descriptor 3. */
interface Means {
  readonly permission: string
  readonly apartFlag: string
}

/** @see Outside.runSealed */
export function runSealed(
  { input, cwd, env, readable, log }: SealedRun,
  { permission, apartFlag }: Means,
  seconds: number,
): Promise<ApartResult> {
  const reads = [own, ...readable].map((folder) => `--allow-fs-read=${join(folder, '*')}`)
  const child = spawn(process.execPath, [permission, ...reads, ...flags, program, apartFlag], {
    cwd,
    // The same words and times on every machine.
    env: { ...env, TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  })
  for (const said of [child.stdout, child.stderr])
    said?.setEncoding('utf8').on('data', (text: string) => log.write(text))
  child.stdin?.on('error', () => {}).end(input)
  return awaitApart(child, false, seconds)
}
