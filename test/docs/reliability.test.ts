import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../source-files.ts'

const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /\.test\.ts\s*\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', file = '', count = '']) => [what, file, Number(count.replaceAll(',', ''))] as const)

test('the page of what was tried has rows', () => {
  expect(rows.length).toBeGreaterThan(10)
})

test.each(rows)('%s: as often as its test says', (_, file, count) => {
  const path = join(root, file)
  expect(existsSync(path)).toBe(true)
  const counts = Array.from(readFileSync(path, 'utf8').matchAll(/\bruns\(([\d_]+)\)/g), ([, found = '']) =>
    Number(found.replaceAll('_', '')),
  )
  expect(counts).toContain(count)
})
