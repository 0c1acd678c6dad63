import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSame, readAccepted } from '../../scripts/mutate/accepted.ts'
import { mutationsOf } from '../../scripts/mutate/mutations.ts'

test('each mutant that may survive is still a mutant', () => {
  const root = join(import.meta.dirname, '../..')
  const accepted = readAccepted(join(import.meta.dirname, 'accepted.json'))
  const mutants = [...new Set(accepted.map(({ file }) => file))].flatMap((file) =>
    mutationsOf(file, readFileSync(join(root, file), 'utf8')),
  )
  expect(accepted.filter((one) => !mutants.some((mutant) => isSame(one, mutant)))).toEqual([])
})
