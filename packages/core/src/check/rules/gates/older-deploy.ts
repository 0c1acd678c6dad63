import { isCalledDeploy } from '../../../attributes/deploys.ts'
import { deployGuard, guardSaid } from '../../../attributes/deploy-guard.ts'
import { deployWork } from '../../../attributes/deploy-tools.ts'
import { commandLines } from '../../../attributes/command-lines.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { originAt } from '../../../model/origin-at.ts'
import { stepName } from '../../../model/step-name.ts'
import { awaitedSteps, mostAsked } from '../../../order/awaited-steps.ts'
import type { ReadShell, Rule } from '../../rule.ts'

/**
 * A deploy behind a block, by tools alone that put what they are given in the place of what runs: an older build that is
 * continued last deploys last. What a script of the author's does, `kitewright prove` asks.
 */
export const olderDeploy: Rule = {
  code: 'KW3120',
  severity: 'warning',
  needsShell: true,
  *check(graph, { readShell, deploys, guards }) {
    if (!mayDeployByTools(graph, deploys)) return
    for (const node of graph.nodes.filter((one) => isCalledDeploy(one, deploys)).slice(0, mostAsked)) {
      if (guardSaid(node, guards) !== undefined || !replaces(node, graph, readShell)) continue
      const awaited = awaitedSteps(graph, node)
      const block = graph.nodes.findLast(({ kind, index }) => kind === 'block' && awaited.has(index))
      if (block === undefined) continue
      yield {
        node,
        path: [],
        message: `an older build that is continued last deploys over a newer one, by ${stepName(node.step)}`,
        why: 'people continue builds in any order, and a step behind a block joins its concurrency group only then: the group keeps two deploys from running at once, not their order',
        hint: 'before it deploys, let it refuse a commit that is older than the deployed one: git merge-base --is-ancestor, as the deploy script of kitewright/presets does',
        related: [{ message: 'continued here', origin: originAt(block, []) }],
      }
    }
  },
}

/** Whether there may be such a step: a look at the text, before anything is read as a shell does. */
export function mayDeployByTools(graph: Graph, deploys?: readonly string[]): boolean {
  return (
    graph.nodes.some(({ kind }) => kind === 'block') &&
    commandLines(graph).some(
      ({ node, text }) => isCalledDeploy(node, deploys) && deployWork(text.trimStart().split(/\s+/)) !== undefined,
    )
  )
}

/** Whether nothing that a step runs may refuse to deploy. */
function replaces(node: Node, graph: Graph, readShell: ReadShell): boolean {
  if (isGiven(node.attributes['plugins'])) return false
  const texts = commandLines(graph).filter((line) => line.node === node)
  const commands = texts.flatMap(({ text }) => readShell(text).commands)
  if (commands.some(({ words }) => deployGuard(words) !== undefined)) return false
  const works = commands.map(({ words }) => deployWork(words))
  return works.includes('replaces') && !works.includes(undefined)
}
