import type { WireMap } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { describeAgents, dryRun } from './agent.ts'

const odd = fc.oneof(
  fc.constantFrom(null, 'text', '', 5, 1.5, true, false),
  fc.constantFrom<unknown>([], {}, ['a'], [1, null], [['a']], { a: 'b' }, { a: 1.5 }, { a: null }, { a: ['b'] }, [
    { a: 'b' },
  ]),
  fc.constantFrom<unknown>(
    { '': 'a' },
    [{ key: 'a' }],
    [{ key: '' }],
    [{ key: 'a', environment_variable: 5 }],
    'wait',
    'command',
  ),
)

const nested = (...names: string[]): fc.Arbitrary<unknown> =>
  fc.oneof(odd, fc.dictionary(fc.constantFrom(...names), odd, { noNullPrototype: true, maxKeys: 2 }))

const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  command: fc.oneof(fc.constant('make'), odd),
  commands: odd,
  type: fc.constantFrom(
    'command',
    'script',
    'commands',
    'group',
    'wait',
    'waiter',
    'block',
    'manual',
    'trigger',
    'input',
  ),
  wait: odd,
  trigger: odd,
  key: odd,
  id: odd,
  label: odd,
  name: odd,
  plugins: odd,
  secrets: odd,
  env: odd,
  cache: nested('paths', 'name', 'size', 'disabled', 'other'),
  checkout: fc.oneof(
    nested('skip', 'submodules', 'lfs', 'depth', 'ssh_secret', 'commit_verification', 'sparse', 'flags', 'other'),
    nested('clone', 'other').map((flags) => ({ flags })),
    nested('paths', 'other').map((sparse) => ({ sparse })),
  ),
  matrix: fc.oneof(
    nested('setup', 'adjustments', 'other'),
    nested('with', 'skip', 'other').map((adjustment) => ({ setup: ['a'], adjustments: [adjustment] })),
  ),
  '': odd,
  other: odd,
}

/** Steps odd in one to three places. Their signature shows what the agent took them for: only in a command step is it left alone. */
const step: fc.Arbitrary<WireMap> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(fields)), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fields[name]!])), { noNullPrototype: true }),
  )
  .chain((attributes) => fc.constantFrom({ ...attributes, signature }, { command: 'make', ...attributes, signature }))

const signature = { value: '$SIGNED \\$SIGNED $$' }

const group: fc.Arbitrary<WireMap> = fc
  .tuple(fc.array(step, { maxLength: 3 }), fc.constantFrom<WireMap>({}, { if: 'true' }, { key: [] }, { '': [] }))
  .map(([steps, more]) => ({ group: 'g', steps, ...more }))

describeAgents('decoding', (agent) => {
  test('each kind of step, known or not, is interpolated where we think it is', () => {
    const steps = fc.array(fc.oneof({ weight: 3, arbitrary: step }, group), { minLength: 500, maxLength: 500 })
    fc.assert(
      fc.property(steps, (authored) => {
        const { failed, uploads } = dryRun(agent, [emitJson({ steps: authored })], { env: { SIGNED: 'interpolated' } })
        const found = (uploads[0]?.['steps'] ?? []) as readonly unknown[]
        const wrong = authored.flatMap((one, index) => {
          const values = signatures(found[index])
          return JSON.stringify(values) === JSON.stringify(signatures(one)) ? [] : [{ one, values }]
        })
        expect({ failed, wrong }).toEqual({ failed: false, wrong: [] })
      }),
      { numRuns: runs(4), endOnFailure: true },
    )
  })
})

/** All signature values in a step and its children, in order. */
function signatures(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const { signature: own, steps } = value as {
    readonly signature?: { readonly value: unknown }
    readonly steps?: unknown
  }
  return [...(own ? [own.value] : []), ...(Array.isArray(steps) ? steps.flatMap(signatures) : [])]
}
