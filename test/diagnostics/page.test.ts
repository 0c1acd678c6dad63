import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../source-files.ts'

test('docs/diagnostics.md shows what is printed today (if not: pnpm docs:generate)', { timeout: 300_000 }, () => {
  // In a process of its own: the test runner rewrites the files that the diagnostics point into.
  const args = ['--import', 'tsx', 'scripts/docs.ts', '--print']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect({ stdout, stderr }).toEqual({ stdout: readFileSync(join(root, 'docs/diagnostics.md'), 'utf8'), stderr: '' })
})
