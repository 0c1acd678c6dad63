import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes a service's files into a folder that is gone after the test. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kitewright-nodes-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** As much of an installed kitewright as a load needs: a package of built JavaScript modules. */
export const installedKitewright: Readonly<Record<string, string>> = {
  'node_modules/kitewright/package.json':
    '{ "name": "kitewright", "type": "module", "exports": { ".": "./index.js" } }',
  'node_modules/kitewright/index.js': 'export const command = (options) => Object.freeze({ ...options })',
}
