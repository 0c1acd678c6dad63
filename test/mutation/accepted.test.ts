import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutationsOf } from '../../scripts/mutate/mutations.ts'
import { keyOf, readAccepted } from '../../scripts/mutate/report.ts'

test('each mutant that may survive is still a mutant', () => {
  const root = join(import.meta.dirname, '../..')
  const accepted = readAccepted(join(import.meta.dirname, 'accepted.json'))
  const files = [...new Set(accepted.map(({ file }) => file))]
  const mutants = files.flatMap((file) => mutationsOf(file, readFileSync(join(root, file), 'utf8')))
  const known = new Set(mutants.map(keyOf))
  expect(accepted.filter((one) => !known.has(keyOf(one)))).toEqual([])
})
