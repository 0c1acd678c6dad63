import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSame, readAccepted } from '../../scripts/mutate/accepted.ts'
import { mutantsOf } from '../../scripts/mutate/mutants.ts'

test('each mutant that may survive is still a mutant', () => {
  const root = join(import.meta.dirname, '../..')
  const accepted = readAccepted(join(import.meta.dirname, 'accepted.json'))
  const mutants = new Map([...new Set(accepted.map(({ file }) => file))].map((file) => [file, mutantsOf(root, file)]))
  expect(accepted.filter((one) => !mutants.get(one.file)?.some((mutant) => isSame(one, mutant)))).toEqual([])
})
