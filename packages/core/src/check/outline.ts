import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'

/** What a pipeline holds, at a glance: enough to tell which rules can have nothing to say about it. */
export interface Outline {
  /** Whether a step is of a kind, or a step or the pipeline has an attribute. */
  has(...names: readonly string[]): boolean
  readonly nodes: readonly Node[]
  /** Whether anything is for the agent to fill in. */
  readonly hasExpressions: boolean
  /** All of it as JSON, expressions as their texts, for a look at all texts at once. */
  readonly text: string
}

/**
 * Looks over a pipeline that is plain data and, as far as it is literal, arrives as it is.
 *
 * @returns Nothing where it is not, or not beyond doubt: a closer look is needed then.
 */
export function outlineOf(graph: Graph, pipeline: WirePipeline): Outline | undefined {
  if (!graph.isPlain) return undefined
  const { hasExpressions } = graph
  const text = JSON.stringify(pipeline, hasExpressions ? expressionText : undefined)
  if (mayNotArrive(text)) return undefined
  const names = new Set<string>(Object.keys(graph.attributes))
  if (Object.keys(graph.gates).length > 0) names.add('gates')
  for (const { kind, attributes } of graph.nodes) {
    names.add(kind)
    for (const name of Object.keys(attributes)) names.add(name)
  }
  return { has: (...wanted) => wanted.some((name) => names.has(name)), nodes: graph.nodes, hasExpressions, text }
}

function expressionText(_: string, value: unknown): unknown {
  return isInterpolated(value) ? value[interpolatedMark] : value
}

/** Whether there may be half a surrogate pair, which JSON escapes, or a `$` in a name, of which the agent may make another. */
function mayNotArrive(text: string): boolean {
  return text.includes('\\ud') || (text.includes('$') && /\$[^"]*":/.test(text))
}
