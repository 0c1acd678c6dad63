import { commandLines } from '../../../attributes/command-lines.ts'
import { isCalledDeploy } from '../../../attributes/deploys.ts'
import { isMoving, namedImages, pushedImages } from '../../../attributes/images.ts'
import { pluginUses } from '../../../attributes/plugins.ts'
import { asMap, isGiven } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { originAt } from '../../../model/origin-at.ts'
import { stepName } from '../../../model/step-name.ts'
import { awaitedSteps, mostAsked } from '../../../order/awaited-steps.ts'
import type { ReadShell, Rule } from '../../rule.ts'

/**
 * A deploy behind a block, of an image that each build pushes by one name: while the block waits, another build pushes its
 * own. Without a block there is little time for that: `kitewright prove` asks all the same.
 */
export const movedImage: Rule = {
  code: 'KW3121',
  severity: 'warning',
  needsShell: true,
  *check(graph, { readShell, deploys }) {
    if (!mayPushAndDeploy(graph, deploys)) return
    const read = (node: Node): ReturnType<typeof commandsOf> => commandsOf(node, graph, readShell)
    const makers = new Map(
      graph.nodes.flatMap((node) => pushedImages(read(node), node, graph).map((image) => [image, node] as const)),
    )
    if (makers.size === 0) return
    for (const node of graph.nodes.filter((one) => isCalledDeploy(one, deploys)).slice(0, mostAsked)) {
      const image = namedImages(read(node), node, new Set(makers.keys())).find(isMoving)
      const maker = image === undefined ? undefined : makers.get(image)
      if (image === undefined || maker === undefined || maker === node) continue
      const awaited = awaitedSteps(graph, node)
      if (!awaited.has(maker.index) || !graph.nodes.some(({ kind, index }) => kind === 'block' && awaited.has(index)))
        continue
      yield {
        node,
        path: [],
        message: `${stepName(node.step)} deploys ${image}, which every build pushes`,
        why: 'a newer build may have pushed its image since this one was tested, and then that is deployed',
        hint: 'name the image by $BUILDKITE_COMMIT or by its digest, where it is pushed and where it is deployed',
        related: [{ message: 'pushed here', origin: originAt(maker, []) }],
      }
    }
  },
}

/** Whether there may be such a step: a look at the text, before anything is read as a shell does. */
export function mayPushAndDeploy(graph: Graph, deploys?: readonly string[]): boolean {
  if (!graph.nodes.some(({ kind }) => kind === 'block')) return false
  const isPushed =
    commandLines(graph).some(({ text }) => /\b(?:docker|podman)\b[^\n]*push/.test(text)) ||
    pluginUses(graph).some(({ config }) => isGiven(asMap(config)['push']))
  return isPushed && graph.nodes.some((node) => isCalledDeploy(node, deploys))
}

function commandsOf(node: Node, graph: Graph, readShell: ReadShell): readonly { readonly words: readonly string[] }[] {
  return commandLines(graph)
    .filter((line) => line.node === node)
    .flatMap(({ text, isInterpolated }) => readShell(isInterpolated ? text.replaceAll('$$', '$') : text).commands)
}
