import { spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'

/**
 * A folder of programs: some of this machine, and some that do what their text says. It stands in a PATH, first or alone.
 */
export function programFolder(fakes: Readonly<Record<string, string>>, own: readonly string[] = []): string {
  const folder = temporaryFolder()
  for (const name of own)
    symlinkSync(spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(), join(folder, name))
  for (const [name, text] of Object.entries(fakes))
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  return folder
}
