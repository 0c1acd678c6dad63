import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specTable } from '../../../../../test/spec-table.ts'
import { escapeDollar } from './escape-dollar.ts'
import { interpolate } from './interpolate.ts'

interface Cases {
  readonly env: Record<string, string>
  readonly cases: readonly { readonly in: string; readonly out?: string; readonly error?: string }[]
}

describe('the cases checked with the agent', () => {
  const { env, cases } = specTable<Cases>('interpolation-cases.json')
  test.for(cases)('$in', ({ in: text, out, error }) => {
    const result = interpolate(text, env)
    expect('text' in result ? { out: result.text } : { error: result.fault.kind }).toEqual(error ? { error } : { out })
  })
})

test('a substring may cut a character, and the other half may mend it', () => {
  expect(interpolate('${X:0:1}', { X: 'é' })).toEqual({ text: '\ufffd' })
  expect(interpolate('${X:0:1}${X:1}', { X: 'é' })).toEqual({ text: 'é' })
  expect(interpolate('${X:1:-1}', { X: '😀' })).toEqual({ text: '\ufffd\ufffd' })
})

test('a fault names its place and reason', () => {
  expect(interpolate('a ${X:?no}', {})).toEqual({
    fault: { kind: 'offset', at: 6, message: "the substring's offset is not a number" },
  })
  expect(interpolate('${UNSET?give $X}', { X: 'one' })).toEqual({
    fault: { kind: 'unset', at: 0, message: '$UNSET: give one' },
  })
  expect(interpolate('${UNSET?${OTHER?no}}', {})).toEqual({ fault: { kind: 'unset', at: 0, message: '$OTHER: no' } })
  expect(interpolate('${UNSET?}', {})).toEqual({ fault: { kind: 'unset', at: 0, message: '$UNSET: not set' } })
  expect(interpolate('${X:9223372036854775808}', { X: 'a' })).toMatchObject({ fault: { kind: 'offset', at: 4 } })
})

const nasty = fc.string({
  unit: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('$', '\\', '{', '}', 'A', '(', ':-', ':', '?', '-', '1', '_', 'KITEWRIGHT_'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
})
const environment = fc.dictionary(
  fc.constantFrom('A', 'AA', 'KITEWRIGHT_BACKSLASH', 'KITEWRIGHT_', 'B'),
  fc.constantFrom('', 'x', '$A'),
)

test('an escaped text comes out as written, whatever the environment', () => {
  fc.assert(
    fc.property(nasty, environment, (text, env) => {
      // Nobody sets the escape's own variable to a text (docs/spec/text.md §1).
      const { KITEWRIGHT_BACKSLASH: _, ...others } = env
      expect(interpolate(escapeDollar(text), others)).toEqual({ text })
      expect(interpolate(escapeDollar(text), { ...others, KITEWRIGHT_BACKSLASH: '' })).toEqual({ text })
    }),
    { numRuns: 5_000 },
  )
})
