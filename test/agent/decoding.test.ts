import { isDeepStrictEqual } from 'node:util'
import { type AgentStep, type Json, parsePipeline, withoutIfChanged } from '@kitewright/core/parse'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value } from '../../packages/core/src/agent/value.ts'
import { runs } from '../runs.ts'
import { type Agent, describeAgents, dryRun } from './agent.ts'
import { dryRuns } from './dry-runs.ts'
import { interpolatedStep } from './interpolated-step.ts'
import { nastyText } from './nasty-text.ts'
import { oddValues } from './odd-values.ts'
import { uploadsOf } from './uploads-of.ts'
import { writeValue } from './write-value.ts'

/** How many odd steps are tried, and a twentieth as many pipelines. */
const count = runs(2_000)
/** What the same oddities are made from again: a failing test prints it. */
const seed = Number(process.env['KITEWRIGHT_SEED'] || Math.floor(Math.random() * 2 ** 31))
const timeout = Math.max(300_000, count * 50)
const env = { A: 'one' }

/** A way of uploading, and the oddities that fit it. */
interface Way {
  readonly name: string
  readonly flags: readonly string[]
  readonly odd: ReturnType<typeof oddValues>
  /** What is uploaded of a step. */
  readonly printed: (step: AgentStep) => Json
}

const plainName = fc.string({ unit: fc.constantFrom(...'abc_1 '), minLength: 1, maxLength: 4 })
const plainText = fc.oneof(plainName, fc.constantFrom('$A', 'a${A}', '$A/b#v1', './$A', '{{matrix}} $A'))
const decodedStep = (step: AgentStep): Json => (withoutIfChanged({}, [step])['steps'] as readonly Json[])[0] ?? null

const asItIs: Way = {
  name: 'as it is',
  flags: ['--apply-if-changed=false', '--no-interpolation'],
  odd: oddValues(nastyText, nastyText),
  printed: decodedStep,
}
const interpolated: Way = {
  name: 'with its variables filled in',
  flags: ['--apply-if-changed=false'],
  odd: oddValues(plainText, plainName),
  printed: (step) => interpolatedStep(decodedStep(step), step, env),
}

/** A step as text, and what the agent is expected to make of it. */
interface Case {
  readonly text: string
  readonly printed: Json
  /** Whether the agent says that it does not know the step. */
  readonly isWarned: boolean
}

/** Undefined for a step that should end the document. */
function caseOf(text: string, { printed }: Way): Case | undefined {
  const { pipelines, problems } = parsePipeline(`{"steps": [${text}]}`)
  const step = pipelines[0]?.steps[0]
  const isWarned = problems.some(({ kind, silent }) => kind === 'unknown-step' && silent !== true)
  return step && { text, printed: printed(step), isWarned }
}

/** The steps of which the agent makes something else. Where it refuses their document, the halves are tried. */
function differences(agent: Agent, cases: readonly Case[], flags: readonly string[]): readonly unknown[] {
  const document = `{"steps": [${cases.map(({ text }) => text).join(', ')}]}`
  const { failed, uploads, log } = dryRun(agent, [document], { env, flags })
  if (failed && cases.length > 1) {
    const middle = cases.length >> 1
    return [cases.slice(0, middle), cases.slice(middle)].flatMap((half) => differences(agent, half, flags))
  }
  const found = (uploads[0]?.['steps'] ?? []) as readonly Json[]
  const warned = new Set([...log.matchAll(/^ {2}↳ while unmarshaling step (\d+) of/gm)].map(([, step]) => Number(step)))
  return cases.flatMap(({ text, ...expected }, index) => {
    const actual = failed ? log : { printed: found[index], isWarned: warned.has(index + 1) }
    return isDeepStrictEqual(actual, expected) ? [] : [{ text, expected, actual }]
  })
}

/** The odd steps of which the agent makes something else. */
function oddDifferences(agent: Agent, steps: readonly Value[], way: Way): readonly unknown[] {
  const cases: Case[] = []
  const refused: string[] = []
  for (const text of steps.map(writeValue)) {
    const expected = caseOf(text, way)
    if (expected === undefined) refused.push(text)
    // In a group it only makes the group unknown, unless it cannot be printed either.
    const instead = expected ?? caseOf(`{group: g, if: a, steps: [${text}]}`, way)
    if (instead !== undefined) cases.push(instead)
  }
  const taken = refused.slice(0, 2).filter((text) => !dryRun(agent, [`steps: [${text}]`], way).failed)
  return [...taken, ...differences(agent, cases, way.flags)]
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

describeAgents('decoding', (agent) => {
  // The next version has another model.
  const isKnown = agent.version.startsWith('v3.')

  test.runIf(isKnown).for([asItIs, interpolated])(
    'any step is of the kind, and uploaded as, we think: $name',
    (way) => {
      const steps = fc.sample(way.odd.step, { numRuns: count / 2, seed })
      const different = chunks(steps, 500).flatMap((some) => oddDifferences(agent, some, way))
      expect({ seed, different }).toEqual({ seed, different: [] })
    },
  )

  test.runIf(isKnown)('any pipeline is refused, or uploaded, as we think', { timeout }, () => {
    const texts = fc.sample(asItIs.odd.pipeline, { numRuns: count / 20, seed }).map(writeValue)
    const different = dryRuns(agent, texts, asItIs).flatMap(({ failed, uploads }, index) => {
      const [text = '', actual] = [texts[index], { failed, uploads }]
      const expected = uploadsOf(text)
      return isDeepStrictEqual(actual, expected) ? [] : [{ text, expected, actual }]
    })
    expect({ seed, different }).toEqual({ seed, different: [] })
  })
})
