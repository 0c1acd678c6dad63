import { fits } from '@kitewright/schema/fits'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import { outlineOf } from './outline.ts'
import { checkedAttributes } from '../attributes/read-value.ts'
import { allSubjects, type Subject, subjects } from './subjects.ts'

/** What a closer look is needed at. */
export interface Doubts {
  /** Whether everything certainly arrives as it was written. */
  readonly arrives: boolean
  /** Whether every attribute certainly has a value that Buildkite takes. */
  readonly fits: boolean
  /** What the pipeline has that there are rules about. */
  readonly subjects: readonly Subject[]
}

/** For whoever wants to be told everything. */
export const everyDoubt: Doubts = { arrives: false, fits: false, subjects: allSubjects }

/**
 * What a glance at a pipeline leaves open. It runs at the head of every build: where it leaves nothing open, as with
 * most pipelines, the checks are not even loaded.
 */
export function doubtsAbout(graph: Graph, pipeline: WirePipeline, options: CheckOptions): Doubts {
  const outline = outlineOf(graph, pipeline)
  const isSound = graph.nodes.every((node) => fits(node.kind, checkedAttributes(node)))
  const asked =
    outline && !wantsAll(graph, options) ? allSubjects.filter((subject) => subjects[subject](outline)) : allSubjects
  return {
    arrives: outline !== undefined && !outline.hasExpressions,
    fits: isSound && fits('pipeline', checkedAttributes(graph)),
    subjects: asked,
  }
}

/** Optional rules look at what is missing, and permissions are held against all rules. */
function wantsAll(graph: Graph, { also = [] }: CheckOptions): boolean {
  return also.length > 0 || [graph, ...graph.nodes].some(({ allow }) => Object.keys(allow).length > 0)
}
