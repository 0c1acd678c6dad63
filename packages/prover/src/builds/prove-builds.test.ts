import { block, command, draft, type Graph, givenContext, type Steps, wait } from '@kitewright/core'
import { type BuildScenario, simulateGraphs } from '@kitewright/scheduler'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { type BuildAnswers, answersFor } from './prove-builds.ts'
import { newerThan, type TwoBuilds } from './kinds.ts'
import { areAtWork, endsLast } from './prove-across.ts'

const kind = { name: 'some build', known: new Map(), context: givenContext({ build: { branch: 'main' } }) }

interface Drawn {
  readonly kind: 'command' | 'block' | 'wait'
  readonly depends: readonly number[] | undefined
  readonly isGrouped: boolean
  readonly isFinal: boolean
  readonly isEager: boolean
}

const drawn = fc.record<Drawn>({
  kind: fc.constantFrom('command', 'command', 'command', 'block', 'wait'),
  depends: fc.option(fc.uniqueArray(fc.nat(3), { maxLength: 2 }), { nil: undefined }),
  isGrouped: fc.boolean(),
  isFinal: fc.constantFrom(true, true, false),
  isEager: fc.constantFrom(false, false, true),
})

function stepOf({ kind: of, depends, isGrouped, isFinal, isEager }: Drawn, index: number): Steps[number] {
  const key = `s${index}`
  const depends_on = depends?.filter((at) => at < index).map((at) => `s${at}`)
  if (of === 'wait') return wait({ key })
  if (of === 'block') return block({ key, block: key, depends_on })
  return command({
    key,
    command: 'kubectl apply -f service.yml',
    depends_on,
    ...(isFinal && { retry: { manual: false } }),
    ...(isGrouped && { concurrency: 1, concurrency_group: 'x' }),
    ...(isGrouped && isEager && { concurrency_method: 'eager' as const }),
  })
}

const steps = fc
  .array(drawn, { minLength: 1, maxLength: 4 })
  .map((list) => [...list, { ...list[0], kind: 'command', depends: list[0]?.depends } as Drawn].map(stepOf))

/** Anything that may happen in a build. */
const course = fc.record({
  durations: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 5, maxLength: 5 }),
  clicks: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 5, maxLength: 5 }),
  failing: fc.nat(6),
  again: fc.integer({ min: 1, max: 200 }),
})

type Course = typeof course extends fc.Arbitrary<infer Value> ? Value : never

function scenarioOf({ nodes }: Graph, { durations, clicks, failing, again }: Course): BuildScenario {
  const keyed = nodes.map(({ key = '', kind: of }, index) => ({ key, of, index }))
  const jobs = keyed.filter(({ of }) => of === 'command')
  const failed = jobs[failing]?.key
  return {
    durations: Object.fromEntries(jobs.map(({ key, index }) => [key, durations[index] ?? 1])),
    unblock: Object.fromEntries(
      keyed.flatMap(({ key, of, index }) => (of === 'block' ? [[key, { at: clicks[index] ?? 0 }] as const] : [])),
    ),
    ...(failed !== undefined && {
      outcomes: { [failed]: ['failed', 'passed'] },
      retry: [{ at: again, step: failed }],
    }),
  }
}

const sights = { inOrder: endsLast, oneAtATime: areAtWork } as const

test('what is proved of builds happens in none, and what is broken was seen to happen', { timeout: 600_000 }, () => {
  let broken = 0
  let proved = 0
  fc.assert(
    fc.property(
      steps,
      fc.array(fc.tuple(course, course, fc.nat(60)), { minLength: 20, maxLength: 20 }),
      (list, all) => {
        const { graph } = draft({ value: list, trace: {} })
        const step = graph.nodes.at(-1)
        fc.pre(step !== undefined)
        const pair: TwoBuilds = {
          older: { kind, graph },
          newer: { kind: { ...kind, context: newerThan(kind.context) }, graph },
        }
        const answers: BuildAnswers = answersFor([pair], step.id, () => undefined)
        for (const claim of ['inOrder', 'oneAtATime'] as const) {
          const answer = answers[claim]
          if (answer.is === 'broken') broken++
          if (answer.is !== 'proved') continue
          proved++
          const seen = all.filter(([older, newer, at]) => {
            const { builds } = simulateGraphs(
              [
                { id: 'older', graph, context: kind.context, scenario: scenarioOf(graph, older) },
                { id: 'newer', at: at * 1000, graph, context: kind.context, scenario: scenarioOf(graph, newer) },
              ],
              {},
            )
            const [first = [], second = []] = builds.map((build) => build.steps[step.index]?.jobs ?? [])
            return sights[claim]([first, second])
          })
          expect(seen).toEqual([])
        }
      },
    ),
    { numRuns: runs(200) },
  )
  expect([broken > 0, proved > 0]).toEqual([true, true])
})
