import type { Node } from '../model/graph.ts'

/** How a message names a step: by its key or label, else by its kind. */
export function nodeName(node: Node): string {
  const kind = node.kind === 'group' || node.kind === 'block' || node.kind === 'input' ? node.kind : 'step'
  return node.key === undefined ? `a ${node.kind} step` : `${kind} "${node.key}"`
}
