import type { Node } from '../model/graph.ts'
import { matrixJobs, matrixShape } from './matrix-shape.ts'
import { checkedAttributes } from './read-value.ts'

/** How many jobs a step becomes (docs/spec/semantics.md §2); steps that run nothing are no jobs here. */
export function jobCount(node: Node): number {
  if (node.kind !== 'command' && node.kind !== 'trigger') return 0
  const { parallelism, matrix } = checkedAttributes(node)
  const shape = node.kind === 'command' ? matrixShape(matrix) : undefined
  if (shape) return matrixJobs(shape)
  return typeof parallelism === 'number' && parallelism > 0 ? parallelism : 1
}
