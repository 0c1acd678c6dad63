import type { EmitOptions } from '../emit/text-rules.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { isAboutTypeScript } from './about-typescript.ts'
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
  const all = onePerPlace([...problems, ...found], unsendable)
  return sortDiagnostics(all.filter((one) => one.origin?.trace.find === undefined || !isAboutTypeScript(one)))
}

function findings(graph: Graph, problems: readonly Diagnostic[], options: CheckOptions): readonly Diagnostic[] {
  const refusals = attributeDiagnostics(graph)
  return [...refusals, ...askRules(rules, graph, { problems, refusals }, options)]
}

/** One diagnostic of a place: that which tells why the pipeline cannot be sent, the more telling one of two that do. */
function onePerPlace(found: readonly Diagnostic[], unsendable: readonly Diagnostic[]): readonly Diagnostic[] {
  if (unsendable.length === 0) return found
  const [refused, unsent] = [found.filter(({ severity }) => severity === 'error'), unsendable].map(placesOf)
  return [
    ...found.filter((one) => one.severity === 'error' || !unsent?.has(placeOf(one))),
    ...unsendable.filter((one) => !refused?.has(placeOf(one))),
  ]
}

function placesOf(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.map(placeOf))
}

function placeOf({ path }: Diagnostic): string {
  return path.join('\0')
}
