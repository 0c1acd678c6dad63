import { mayBeTogether } from '../../../attributes/presence-formula.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { isBarrier } from '../../../order/barriers.ts'
import { demandedGates } from '../../../order/gates.ts'
import { stepName } from '../../../model/step-name.ts'
import { absenceBeside } from '../../../attributes/absence-beside.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'
import { doubtfulGates } from '../gates/passable-gate.ts'
import { prerequisites, waitingGraph } from '../../../order/prerequisites.ts'

/**
 * A dependency on a step that may be left out: in builds without it, nobody waits for its own dependencies
 * (docs/spec/semantics.md §4).
 */
export const lostDependency: Rule = {
  code: 'KW3110',
  severity: 'warning',
  *check(graph, { deploys }) {
    const waits = waitingGraph(graph)
    // Of a gate that is lost, KW3104 tells, or KW3119.
    const doubtful = Array.from(
      doubtfulGates(graph, deploys),
      ({ node, gates: [gate] }) => `${node.index} ${gate?.index}`,
    )
    const gates = new Set([...demandedGates(graph), ...doubtful])
    for (const node of graph.nodes) {
      for (const { to, path } of node.edges ?? []) {
        const target = to === undefined ? undefined : (graph.nodes[to] as Node)
        const absence = target && absenceBeside(target, node, graph)
        // A `skip` leaves the step out of this build on purpose.
        if (!target || !absence || absence.attribute === 'skip') continue
        const lost = lostThrough(node, target, graph, waits)
        if (!lost || gates.has(`${node.index} ${lost.index}`)) continue
        yield {
          node,
          path,
          message: `${stepName(node.step)} does not wait for ${stepName(lost.step)} in builds without ${stepName(target.step)}`,
          why: `where ${stepName(target.step)} is left out by its ${absence.attribute}, what it waits for is not waited for either`,
          hint: `add ${stepName(lost.step).replace(/^\w+ /, '')} to depends_on as well`,
          related: [{ message: 'this step may be left out', origin: originAt(absence.owner, [absence.attribute]) }],
        }
      }
    }
  },
}

/** How many steps are looked at for one dependency: pipelines may be large. */
const maximumSteps = 500

/** The first step that the target waits for and the step does not, in some build without the target. */
function lostThrough(node: Node, target: Node, graph: Graph, waits: Waits): Node | undefined {
  const { nodes } = graph
  const dependencies = (target.edges ?? []).flatMap(({ to }) => to ?? []).concat(blocksBefore(target, graph))
  const others = (node.edges ?? []).flatMap(({ to }) => (to === undefined || to === target.index ? [] : [to]))
  const kept = new Set<number>(others)
  for (const index of kept) {
    if (kept.size > maximumSteps) return undefined
    for (const next of waits[index] ?? []) if (next !== target.index) kept.add(next)
  }
  const lost = dependencies.find(
    (index) => !kept.has(index) && mayBeTogether({ present: [node, nodes[index] as Node], absent: target }, graph),
  )
  return lost === undefined ? undefined : nodes[lost]
}

/** The blocks that a step waits for by its place alone. */
function blocksBefore(target: Node, graph: Graph): readonly number[] {
  if (target.edges !== undefined || isBarrier(target)) return []
  return prerequisites(target, graph).flatMap(({ step, by, ofGroup }) =>
    by === 'barrier' && !ofGroup && graph.nodes[step]?.kind === 'block' ? step : [],
  )
}

type Waits = ReturnType<typeof waitingGraph>
