import type { Node } from '../../../model/graph.ts'
import { gateNodes } from '../../../order/gates.ts'
import { stepName } from '../../../model/step-name.ts'
import { absenceBeside } from '../../../attributes/presence.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'
import { waitingGraph } from '../../../order/prerequisites.ts'

/**
 * A dependency on a step that may be left out: in builds without it, nobody waits for its own dependencies
 * (docs/spec/semantics.md §4).
 */
export const lostDependency: Rule = {
  code: 'KW3110',
  severity: 'warning',
  *check(graph) {
    const waits = waitingGraph(graph)
    // Of a gate that is lost, KW3104 tells.
    const gates = new Set(Array.from(gateNodes(graph), ({ node, gate }) => `${node?.index} ${gate?.index}`))
    for (const node of graph.nodes) {
      for (const { to, path } of node.edges ?? []) {
        const target = to === undefined ? undefined : (graph.nodes[to] as Node)
        const absence = target && absenceBeside(target, node, graph)
        // A `skip` leaves the step out of this build on purpose.
        if (!target || !absence || absence.attribute === 'skip') continue
        const lost = lostThrough(node, target, graph.nodes, waits)
        if (!lost || gates.has(`${node.index} ${lost.index}`)) continue
        yield {
          node,
          path,
          message: `${stepName(node.step)} does not wait for ${stepName(lost.step)} in builds without ${stepName(target.step)}`,
          why: `where ${stepName(target.step)} is left out by its ${absence.attribute}, what it depends on is not waited for either`,
          hint: `add ${stepName(lost.step).replace(/^\w+ /, '')} to depends_on as well`,
          related: [{ message: 'this step may be left out', origin: originAt(absence.owner, [absence.attribute]) }],
        }
      }
    }
  },
}

/** How many steps are looked at for one dependency: pipelines may be large. */
const maximumSteps = 500

/** The first dependency of the target that the step does not wait for in another way. */
function lostThrough(node: Node, target: Node, nodes: readonly Node[], waits: Waits): Node | undefined {
  const dependencies = (target.edges ?? []).flatMap(({ to }) => to ?? [])
  const others = (node.edges ?? []).flatMap(({ to }) => (to === undefined || to === target.index ? [] : [to]))
  const kept = new Set<number>(others)
  for (const index of kept) {
    if (kept.size > maximumSteps) return undefined
    for (const next of waits[index] ?? []) if (next !== target.index) kept.add(next)
  }
  const lost = dependencies.find((index) => !kept.has(index))
  return lost === undefined ? undefined : nodes[lost]
}

type Waits = ReturnType<typeof waitingGraph>
