import type { Node } from '../model/graph.ts'
import { matrixShape } from './matrix.ts'
import { matrixJobs } from './matrix-cells.ts'

/** How many jobs a step becomes (docs/spec/semantics.md §2); steps that run nothing are no jobs here. */
export function jobCount({ kind, attributes }: Node): number {
  if (kind !== 'command' && kind !== 'trigger') return 0
  const { parallelism, matrix } = attributes
  const shape = kind === 'command' ? matrixShape(matrix) : undefined
  if (shape) return matrixJobs(shape)
  const jobs = typeof parallelism === 'string' ? Number(parallelism) : parallelism
  return typeof jobs === 'number' && jobs >= 0 ? jobs : 1
}
