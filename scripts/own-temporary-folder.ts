import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives this process, and those that it starts, a temporary folder of their own, which is gone when it ends. */
export function ownTemporaryFolder(): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kitewright-tests-')))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}
