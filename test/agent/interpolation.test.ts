import { emitJson } from '@kitewright/core/emit-json'
import { interpolated } from '@kitewright/core'
import { interpolate } from '@kitewright/core/interpolation'
import type { InterpolatedValue } from '@kitewright/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { specTable } from '../spec-table.ts'
import { type Agent, describeAgents, dryRun } from './agent.ts'

interface Case {
  readonly in: string
  readonly out?: string
  readonly error?: string
}
type Environment = Readonly<Record<string, string>>

const table = specTable<{ readonly env: Environment; readonly cases: readonly Case[] }>('interpolation-cases.json')

/** What the agent makes of some texts, or undefined if it refuses them. */
function evaluated(agent: Agent, texts: readonly string[], env: Environment): unknown {
  const { failed, uploads } = dryRun(
    agent,
    [emitJson({ steps: [], texts: texts.map((text) => interpolated(text) as InterpolatedValue) })],
    { env },
  )
  return failed ? undefined : uploads[0]?.['texts']
}

const expression = fc.string({
  maxLength: 24,
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('$', '\\', '{', '}', ':', '-', '?', ' ', '0', '1', '+', '(', '_') },
    { weight: 2, arbitrary: fc.constantFrom('A', 'É', 'LONG', '${A', '${LONG:', '${NONE:-', '${NONE?', '}') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => c !== '\0') },
  ),
})
const env = { A: 'value', É: 'é', LONG: 'abc😀défg' }

describeAgents('interpolation', (agent) => {
  test('the table of cases is right', () => {
    const { env: tableEnv, cases } = table
    const fine = cases.filter(({ error }) => error === undefined)
    expect(
      evaluated(
        agent,
        fine.map((one) => one.in),
        tableEnv,
      ),
    ).toEqual(fine.map(({ out }) => out))
    const faulty = cases.filter(({ error }) => error !== undefined)
    expect(faulty.filter((one) => evaluated(agent, [one.in], tableEnv) !== undefined)).toEqual([])
  })

  test('our evaluation gives what the agent gives', () => {
    const texts = fc.sample(expression, { numRuns: 6_000, seed: 6 })
    const results = texts.map((text) => ({ text, result: interpolate(text, env) }))
    const fine = results.flatMap(({ text, result }) => ('text' in result ? [{ text, out: result.text }] : []))
    expect(fine.length).toBeGreaterThan(1_000)
    expect(
      evaluated(
        agent,
        fine.map(({ text }) => text),
        env,
      ),
    ).toEqual(fine.map(({ out }) => out))
  })

  test('our faults are refused by the agent', () => {
    const faulty = fc.sample(expression, { numRuns: 500, seed: 7 }).filter((text) => 'fault' in interpolate(text, env))
    expect(faulty.length).toBeGreaterThan(50)
    expect(faulty.slice(0, 60).filter((text) => evaluated(agent, [text], env) !== undefined)).toEqual([])
  })
})
