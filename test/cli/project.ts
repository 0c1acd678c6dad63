import { spawnSync } from 'node:child_process'
import { kitewrightBin, serviceFolder, writeFiles } from '../temporary-folder.ts'

/** A folder of an author's files, in which the command is run as a process of its own. */
export interface Project {
  readonly folder: string
  readonly write: (name: string, text: string) => void
  readonly run: (...argv: readonly string[]) => ProcessEnd
}

/** How the command ended: without a code where it had to be stopped. */
export interface ProcessEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A new folder from which `kitewright` can be imported, with files, and variables for the runs in it. */
export function newProject(
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Project {
  const folder = serviceFolder(files)
  return {
    folder,
    write: (name, text) => writeFiles(folder, { [name]: text }),
    run(...argv) {
      const { PATH, TMPDIR } = process.env
      const environment = { PATH, TMPDIR, BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', ...env }
      const options = { cwd: folder, encoding: 'utf8', env: environment, timeout: 30_000 } as const
      const { status, stdout, stderr } = spawnSync(process.execPath, [kitewrightBin, ...argv], options)
      return { code: status, stdout, stderr }
    },
  }
}
