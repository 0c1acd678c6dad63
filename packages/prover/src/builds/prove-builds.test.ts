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
  depends: fc.option(fc.uniqueArray(fc.nat(4), { maxLength: 2 }), { nil: undefined }),
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

/** Steps, and the number of the one that is asked about. */
interface Asked {
  readonly list: readonly Drawn[]
  readonly asked: number
}

const free: fc.Arbitrary<Asked> = fc
  .array(drawn, { minLength: 1, maxLength: 4 })
  .map((list) => ({ list: [...list, { ...list[0], kind: 'command' } as Drawn], asked: list.length }))

/** A deploy between two steps of a group, with other steps around them and dependencies that may pass them by. */
const gated: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.array(drawn, { maxLength: 1 }),
    fc.tuple(drawn, drawn, drawn),
    fc.array(drawn, { maxLength: 1 }),
    fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()),
  )
  .map(([before, [opener, deploy, closer], between, [odd, isFinal]]) => {
    const at = before.length
    const usual = { kind: 'command', isGrouped: true, isEager: false, isFinal: true } as const
    const end = at + 2 + between.length
    const list: Drawn[] = [
      ...before.map((one) => ({ ...one, isFinal: isFinal || one.isFinal })),
      { ...opener, ...usual },
      { ...deploy, ...usual, isGrouped: false, depends: [at] },
      ...between,
      { ...closer, ...usual, depends: [at + 1, ...(closer.depends ?? []).filter((one) => one > at)] },
    ]
    // One of them as it was drawn, so that something is amiss.
    const drawnStep = [opener, deploy, closer][odd]
    const place = [at, at + 1, end][odd]
    return {
      list: list.map((one, index) => (index === place && drawnStep ? { ...drawnStep, kind: 'command' as const } : one)),
      asked: at + 1,
    }
  })

/** Anything that may happen in a build. */
const course = fc.record({
  durations: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 6 }),
  clicks: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }),
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
  let byGate = 0
  fc.assert(
    fc.property(
      fc.oneof(free, gated),
      fc.array(fc.tuple(course, course, fc.nat(60)), { minLength: 20, maxLength: 20 }),
      ({ list, asked }, all) => {
        const { graph } = draft({ value: list.map(stepOf), trace: {} })
        const step = graph.nodes[asked]
        fc.pre(step !== undefined)
        const pair: TwoBuilds = {
          older: { kind, graph },
          newer: { kind: { ...kind, context: newerThan(kind.context) }, graph },
        }
        const answers: BuildAnswers = answersFor([pair], step.id, { readScript: () => undefined })
        for (const claim of ['inOrder', 'oneAtATime'] as const) {
          const answer = answers[claim]
          if (answer.is === 'broken') broken++
          if (answer.is !== 'proved') continue
          proved++
          if (answer.why.includes('gate')) byGate++
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
  expect([broken > 0, proved > 0, byGate > 0]).toEqual([true, true, true])
})
