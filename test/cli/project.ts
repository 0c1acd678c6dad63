import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../source-files.ts'

const cache = join(root, 'test/.cache')

/** A folder of an author's files, in which the command is run as a process of its own. */
export interface Project {
  readonly folder: string
  readonly write: (name: string, text: string) => void
  readonly run: (...argv: readonly string[]) => ProcessEnd
  readonly remove: () => void
}

/** How the command ended: without a code where it had to be stopped. */
export interface ProcessEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command's program, from the sources. */
export const kitewrightBin: string = join(root, 'packages/kitewright/bin/kitewright.mjs')

/** A new empty folder from which `kitewright` can be imported. */
export function newProject(): Project {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'project-'))
  return {
    folder,
    write(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    },
    run(...argv) {
      const env = { PATH: process.env['PATH'], BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' }
      const options = { cwd: folder, encoding: 'utf8', env, timeout: 30_000 } as const
      const { status, stdout, stderr } = spawnSync(process.execPath, [kitewrightBin, ...argv], options)
      return { code: status, stdout, stderr }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
