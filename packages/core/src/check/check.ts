import { fits } from '@kitewright/schema/fits'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import type { Outline } from './outline.ts'
import { checkedAttributes } from './read-value.ts'
import { ruleSets } from './rule-sets.ts'

/**
 * What is wrong with single attributes, and what every rule finds in a pipeline, without what its author permits. Only
 * what may have something to say is loaded: this runs at the head of every build, and most pipelines are sound.
 *
 * @param outline What the pipeline holds; where it is missing, every rule is asked.
 */
export async function check(
  graph: Graph,
  outline: Outline | undefined,
  options: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const isSound = fitsItsKind(graph)
  const asked = outline && !wantsAll(graph, options) ? ruleSets.filter(({ concerns }) => concerns(outline)) : ruleSets
  if (isSound && asked.length === 0) return []
  const [{ attributeDiagnostics }, { askRules }, ...sets] = await Promise.all([
    import('./attribute-diagnostics.ts'),
    import('./ask-rules.ts'),
    ...asked.map(({ load }) => load()),
  ])
  const attributes = isSound ? [] : attributeDiagnostics(graph)
  return [
    ...attributes,
    ...askRules(
      sets.flatMap(({ rules }) => rules),
      graph,
      attributes,
      options,
    ),
  ]
}

/** Optional rules look at what is missing, and permissions are held against all rules. */
function wantsAll(graph: Graph, { also = [] }: CheckOptions): boolean {
  return also.length > 0 || [graph, ...graph.nodes].some(({ allow }) => Object.keys(allow).length > 0)
}

function fitsItsKind(graph: Graph): boolean {
  return (
    fits('pipeline', checkedAttributes(graph)) && graph.nodes.every((node) => fits(node.kind, checkedAttributes(node)))
  )
}
