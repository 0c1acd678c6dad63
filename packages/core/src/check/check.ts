import type { EmitOptions } from '../emit/text-rules.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { askRules } from './ask-rules.ts'
import { attributeDiagnostics } from './attribute-diagnostics.ts'
import type { CheckOptions } from './check-options.ts'
import { rules } from './rules.ts'
import { sortDiagnostics } from './sort-diagnostics.ts'
import { areEndless, unsendableDiagnostics } from './unsendable-diagnostics.ts'

/** A pipeline on its way, not checked yet. */
export interface Draft {
  readonly graph: Graph
  readonly wire: WirePipeline
  /** Structural faults. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Everything that is wrong with a pipeline, in its order: structure, single attributes, what every rule finds, without
 * what its author permits, and what cannot arrive as written.
 */
export function check(
  { graph, wire, problems }: Draft,
  options: CheckOptions & EmitOptions = {},
): readonly Diagnostic[] {
  const unsendable = unsendableDiagnostics(graph, wire, options)
  const found = areEndless(unsendable) ? [] : findings(graph, problems, options)
  return sortDiagnostics(onePerPlace([...problems, ...found], unsendable))
}

function findings(graph: Graph, problems: readonly Diagnostic[], options: CheckOptions): readonly Diagnostic[] {
  const refusals = attributeDiagnostics(graph)
  return [...refusals, ...askRules(rules, graph, { problems, refusals }, options)]
}

/** What cannot arrive because it is wrong in another way is one mistake. */
function onePerPlace(found: readonly Diagnostic[], unsendable: readonly Diagnostic[]): readonly Diagnostic[] {
  if (unsendable.length === 0) return found
  const taken = new Set(found.map(({ path }) => path.join('\0')))
  return [...found, ...unsendable.filter(({ path }) => !taken.has(path.join('\0')))]
}
