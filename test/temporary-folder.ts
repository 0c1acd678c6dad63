import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// Everything here is gone after the run, with the whole temporary folder of the tests (vitest.config.ts).

/** Where kitewright is installed for the tests, built from the sources: services below can import it. */
export const installed: string = join(tmpdir(), 'installed')

/** The installed command. */
export const kitewrightBin: string = join(installed, 'node_modules/kitewright/lib/bin.js')

/** A new folder with files in it, given by their paths. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}, parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'kitewright-'))
  writeFiles(folder, files)
  return folder
}

/** The same, where `kitewright` can be imported. */
export function serviceFolder(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder(files, installed)
}

/** Writes files, given by their paths from a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
