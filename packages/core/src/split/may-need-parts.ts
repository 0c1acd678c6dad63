import { jobsPerUpload } from '../attributes/limits.ts'
import type { Graph } from '../model/graph.ts'

/** Whether a pipeline may make more jobs than one upload may. In doubt, yes: `splitUpload` counts them. */
export function mayNeedParts({ nodes }: Graph): boolean {
  return (
    nodes.length > jobsPerUpload ||
    nodes.some(({ attributes }) => 'matrix' in attributes || 'parallelism' in attributes)
  )
}
