import { findUnsendable } from '@kitewright/core/find-unsendable'
import { validateStep } from '@kitewright/schema/validate'
import { assert, constantFrom, jsonValue, oneof, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKind } from '../packages/core/src/agent/decode-kind.ts'
import { specTable } from './spec-table.ts'

/** What the agent decodes on a command step, with a value of its own for each. */
const modelled: Readonly<Record<string, unknown>> = {
  command: ['a'],
  key: 'k',
  label: 'l',
  env: { A: '1' },
  plugins: [{ 'a#v1': { b: 1 } }],
  secrets: [{ key: 'A' }],
  matrix: { setup: { os: ['a'] }, adjustments: [{ with: { os: 'a' }, skip: true }] },
  cache: { paths: ['a'], name: 'n', size: '20g' },
  checkout: { skip: true, depth: 1, flags: { clone: 'x' }, sparse: { paths: ['a'] }, ssh_secret: 'S' },
}

/** The value with one place in it exchanged: what a single mistake does. */
function mistaken(value: unknown, seed: number, instead: unknown): unknown {
  if (typeof value !== 'object' || value === null || seed % 3 === 0) return instead
  const entries = Object.entries(value)
  const at = Math.floor(seed / 3) % entries.length
  const changed = entries.map(([name, inner], index) => [
    name,
    index === at ? mistaken(inner, Math.floor(seed / 7), instead) : (inner as unknown),
  ])
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed)
}

describe('a step that the agent would give up', () => {
  const someJson = oneof(
    jsonValue(),
    constantFrom(null, '', 0, 1.5, true, [], {}, [[]], [null], { a: {} }, { a: [1] }, { '': 'a' }),
  )
  const seeds = Array.from({ length: 60 }, (_, seed) => seed)

  test('is never without a problem', () => {
    assert(
      property(constantFrom(...Object.keys(modelled)), constantFrom(...seeds), someJson, (name, seed, instead) => {
        const step = { command: 'a', [name]: mistaken(modelled[name], seed, instead) }
        const problems = [...validateStep('command', step, { spelling: 'wire' }), ...findUnsendable({ steps: [step] })]
        expect(decodeKind(step) === 'unknown' && problems.length === 0).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

interface Case {
  readonly yaml: string
  readonly warning: boolean
  readonly uploads: readonly { readonly steps: readonly unknown[] }[]
}

const { cases } = specTable<{ readonly cases: readonly Case[] }>('normalise-cases.json')

/** Cases in which the agent and the validators speak of different things. */
const others: Readonly<Record<string, string>> = {
  '{command: a, wait: ~}': 'the agent passes on what Buildkite does not know',
  'x: 010': 'the agent passes on what Buildkite does not know',
  'foo: 1': 'the agent passes on what Buildkite does not know',
  '[{label: x}]': 'a step of no kind has no attributes to validate',
  '[{script: a}]': 'a step of no kind has no attributes to validate',
  'commands: [c], command: [d]': 'a rule of its own tells that one of them is lost',
  '[{group: g}]': 'Buildkite refuses what the agent lets through',
  'soft_fail: "$X"': 'Buildkite refuses what the agent lets through',
}

describe('what the agent makes of steps', () => {
  const steps = cases
    .filter(({ yaml, uploads }) => uploads.length === 1 && !Object.keys(others).some((part) => yaml.includes(part)))
    .flatMap(({ yaml, uploads }) => uploads[0]!.steps.map((step) => ({ yaml, step, kind: decodeKind(step) })))
    .filter(({ step }) => typeof step === 'object')

  test.each(steps)('$yaml has a problem only where it is given up', ({ step, kind }) => {
    const isGivenUp = kind === 'unknown' || kind === 'refused'
    const problems = validateStep(isGivenUp ? 'command' : kind, step, { spelling: 'wire' })
    expect(problems.length > 0).toBe(isGivenUp)
  })
})
