import { block, command, draft, type Graph, type Steps } from '@kitewright/core'
import { proveGraph, usualContexts } from '@kitewright/prover'

const stepKey = (index: number): string => `step-${index}`

/** Steps in a web, of which most may be left out, before a gate that a build may lack as well. */
function webOf(count: number, atoms: number): Steps {
  const condition = (index: number): string => `build.env("A${index % atoms}") == "1"`
  const web = Array.from({ length: count }, (_, index) => {
    const before = [index - 1, index - 5, index - 11].filter((one) => one >= 0).map(stepKey)
    const either = `${condition(index)} || ${condition(index * 7)}`
    return command({
      key: stepKey(index),
      command: 'make',
      if: index % 3 === 0 ? undefined : either,
      depends_on: before,
    })
  })
  const last = stepKey(count - 1)
  return [
    ...web,
    block({ key: 'gate', block: 'Ship?', depends_on: last, if: `${condition(0)} || ${condition(1)}` }),
    command({ key: 'deploy', command: 'ship', depends_on: [last, 'gate'], if: condition(1) }),
  ]
}

/** Proves a gate for every kind of build. In milliseconds of processor time, which a busy machine does not lengthen. */
function prove(graph: Graph): number {
  const named = (key: string) => graph.nodes.filter((node) => node.key === key)
  const [step] = named('deploy')
  const before = process.cpuUsage()
  for (const context of usualContexts) {
    const { is } = proveGraph(graph, { step: step as Graph['nodes'][number], gates: named('gate') }, context)
    if (is !== 'proved') throw new Error(`it is ${is}`)
  }
  return process.cpuUsage(before).user / 1000
}

/** What proofs take inside one process, as lines of a table. */
export function proofs(): readonly (readonly string[])[] {
  const wanted = [
    [500, 1000],
    [5000, 10_000],
  ] as const
  return wanted.map(([count, most]) => {
    const { graph } = draft({ value: webOf(count, 20), trace: {} })
    const time = prove(graph)
    const name = `${count.toLocaleString('en')} steps and 20 conditions proved, for ${usualContexts.length} kinds of builds`
    return [name, `${time.toFixed(0)} ms`, time > most ? '(missed)' : '']
  })
}
