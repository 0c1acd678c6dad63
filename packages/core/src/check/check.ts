import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { diagnose } from './rule.ts'
import { rules } from './rules.ts'

/** What every rule finds in a pipeline. */
export function check(graph: Graph): readonly Diagnostic[] {
  return rules.flatMap((rule) => Array.from(rule.check(graph), (finding) => diagnose(rule, graph, finding)))
}
