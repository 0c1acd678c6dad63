import type { Node } from '../model/graph.ts'
import { matrixShape } from './matrix.ts'
import { matrixJobs } from './matrix-cells.ts'

/** How many jobs a step becomes (docs/spec/semantics.md §2); steps that run nothing are no jobs here. */
export function jobCount({ kind, attributes }: Node): number {
  if (kind !== 'command' && kind !== 'trigger') return 0
  const { parallelism, matrix } = attributes
  const shape = kind === 'command' ? matrixShape(matrix) : undefined
  if (shape) return matrixJobs(shape)
  return typeof parallelism === 'number' && parallelism > 0 ? parallelism : 1
}
