import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeNames, interpolatedText, type StepKind } from '../index.ts'
import { fits } from './fits.ts'
import { validatePipeline, validateStep } from './validate.ts'

type Kind = StepKind | 'pipeline'

const mistakes = (kind: Kind, attributes: object): number =>
  (kind === 'pipeline' ? validatePipeline(attributes) : validateStep(kind, attributes)).length

describe('what fits has no mistakes', () => {
  const names = [...new Set(Object.values(attributeNames).flat())]
  const leaf = fc.oneof(
    fc.constantFrom(
      null,
      undefined,
      true,
      false,
      0,
      1,
      -1,
      1.5,
      300,
      '',
      '*',
      'a',
      '$A',
      'true',
      'ordered',
      'x'.repeat(300),
    ),
    fc.constant({ [interpolatedText]: '$A' }),
    fc.constantFrom(new Date(0), () => 1),
  )
  const words =
    'exit_status limit manual allowed reason slack email channels options select text label value step allow_failure ' +
    'queue A env context flags name size paths include with setup automatic'
  const inner = fc.constantFrom(...words.split(' '))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(inner, tie('value'), { maxKeys: 3 }),
    ),
  }))

  test.each(Object.keys(attributeNames) as Kind[])('%s', (kind) => {
    let fitting = 0
    fc.assert(
      // Few attributes at once: of many, one does not fit.
      fc.property(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 2 }), (attributes) => {
        const whole = { ...(kind === 'pipeline' || kind === 'wait' ? {} : { [kind]: 'x' }), ...attributes }
        if (!fits(kind, whole)) return
        fitting++
        expect([mistakes(kind, whole), whole]).toEqual([0, whole])
      }),
      { numRuns: 5000 },
    )
    expect(fitting).toBeGreaterThan(200)
  })
})

test.each<[Kind, object, boolean]>([
  ['command', { command: 'make', label: 'Unit', timeout_in_minutes: 5, env: { A: 1, B: null }, parallelism: 3 }, true],
  [
    'command',
    { command: ['a', 'b'], agents: { queue: 'x' }, retry: { automatic: [{ exit_status: -1, limit: 2 }] } },
    true,
  ],
  ['command', { plugins: [{ 'docker#v5.13.0': { image: 'node' } }, 'x#v1'] }, true],
  ['command', { label: 'nothing to do' }, false],
  ['command', { command: 'a', timeout: 5 }, false],
  ['command', { command: 'a', timeout_in_minutes: '5' }, false],
  ['command', { command: 'a', concurrency_group: 'x'.repeat(201) }, false],
  ['command', { command: 'a', label: { [interpolatedText]: '$A' }, parallelism: { [interpolatedText]: '$A' } }, true],
  ['command', { command: 'a', agents: { [interpolatedText]: '$A' } }, false],
  ['block', { block: 'Release', prompt: 'Go?' }, true],
  ['block', { block: 'Release', fields: [] }, false],
  ['wait', {}, true],
  ['wait', { continue_on_failure: 'maybe' }, false],
  ['pipeline', { env: { A: 'b' }, notify: ['github_check'] }, true],
])('%s %j fits: %s', (kind, attributes, expected) => {
  expect(fits(kind, attributes as never)).toBe(expected)
})
