import { command, compile, type CommandStep, type Definition, type Graph, givenContext, wait } from '@kitewright/core'
import { simulateGraphs, type Timeline } from '@kitewright/scheduler'

/** Steps of which each waits for the two that stand a hundred before it. */
function definition(count: number): Definition {
  const steps: CommandStep[] = []
  for (let index = 0; index < count; index++) {
    const depends_on = [index - 100, index - 101].flatMap((before) => steps[before] ?? [])
    steps.push(command({ key: `step-${index}`, command: 'make', ...(depends_on.length > 0 && { depends_on }) }))
  }
  return { value: steps, trace: {} }
}

function run(graph: Graph): Timeline {
  return simulateGraphs([{ id: '1', graph, context: givenContext(), scenario: {} }], { agents: 50 })
}

/** The shorter of two, since the first one compiles. */
function milliseconds(work: () => unknown): number {
  const times = [0, 1].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** What simulations take inside one process, as lines of a table. */
export function simulations(): readonly (readonly string[])[] {
  const [ten, hundred] = [10_000, 100_000].map((count) => compile(definition(count)).graph) as [Graph, Graph]
  const timeline = run(ten)
  const [small, large] = [milliseconds(() => run(ten)), milliseconds(() => run(hundred))]
  const text = milliseconds(() => JSON.stringify(timeline))
  const steps = Array.from({ length: 30 }, (_, index) =>
    index % 10 === 9 ? wait() : command({ key: `s${index}`, command: 'make' }),
  )
  const usual = compile({ value: steps, trace: {} }).graph
  const each = milliseconds(() => Array.from({ length: 200 }, () => run(usual))) / 200
  return [
    line(
      '10,000 jobs with 20,000 edges simulated',
      small,
      `${(small / text).toFixed(1)} × JSON.stringify of the timeline`,
      small / text > 30,
    ),
    line(
      '100,000 jobs with 200,000 edges simulated',
      large,
      `${(large / small).toFixed(1)} × the above`,
      large / small > 13,
    ),
    line('30 steps simulated', each, '', each > 2),
  ]
}

function line(name: string, time: number, ratio: string, isMissed: boolean): readonly string[] {
  return [name, `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`, `${ratio}${isMissed ? ' (missed)' : ''}`]
}
