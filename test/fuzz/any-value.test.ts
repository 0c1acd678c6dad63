import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { anyValue } from './any-value.ts'
import { compiledValue } from './compiled-value.ts'

test('no value given to a function of ours makes anything throw', { timeout: runs(60_000) }, () => {
  const property = fc.property(anyValue, (value) => {
    expect(['faulty', 'sent']).toContain(compiledValue(value))
  })
  fc.assert(property, { numRuns: runs(2_000) })
})
