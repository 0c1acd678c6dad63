import type { EmitOptions } from '../emit/text-rules.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { askRules } from './ask-rules.ts'
import { attributeDiagnostics } from './attribute-diagnostics.ts'
import type { CheckOptions } from './check-options.ts'
import type { Doubts } from './doubts.ts'
import { rulesAbout } from './rules.ts'
import { sortDiagnostics } from './sort-diagnostics.ts'
import { unsendableDiagnostics } from './unsendable-diagnostics.ts'

/** A pipeline on its way, with what has been found already. */
export interface Checked {
  readonly graph: Graph
  readonly pipeline: WirePipeline
  /** Structural faults. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Everything that is wrong with a pipeline, in its order: structure, single attributes, what every rule finds, without
 * what its author permits, and what cannot arrive as written.
 *
 * @param doubts What to look at; the rest is beyond doubt.
 */
export function check(
  { graph, pipeline, problems }: Checked,
  doubts: Doubts,
  options: CheckOptions & EmitOptions = {},
): readonly Diagnostic[] {
  const unsendable = doubts.arrives ? [] : unsendableDiagnostics(graph, pipeline, options)
  // Rules walk through every value: not through one that has no end.
  const isEndless = unsendable.some(({ code }) => code === 'KW4006')
  const found = isEndless ? [] : findings(graph, doubts, options)
  return sortDiagnostics(onePerPlace([...problems, ...found], unsendable))
}

function findings(graph: Graph, doubts: Doubts, options: CheckOptions): readonly Diagnostic[] {
  const attributes = doubts.fits ? [] : attributeDiagnostics(graph)
  return [...attributes, ...askRules(rulesAbout(doubts.subjects), graph, attributes, options)]
}

/** What cannot arrive because it is wrong in another way is one mistake. */
function onePerPlace(found: readonly Diagnostic[], unsendable: readonly Diagnostic[]): readonly Diagnostic[] {
  if (unsendable.length === 0) return found
  const taken = new Set(found.map(({ path }) => path.join('\0')))
  return [...found, ...unsendable.filter(({ path }) => !taken.has(path.join('\0')))]
}
