import { attributeDiagnostics } from './attribute-diagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { diagnose } from './rule.ts'
import { rules } from './rules.ts'

/** What is wrong with single attributes, and what every rule finds in a pipeline. */
export function check(graph: Graph): readonly Diagnostic[] {
  return [
    ...attributeDiagnostics(graph),
    ...rules.flatMap((rule) => Array.from(rule.check(graph), (finding) => diagnose(rule, graph, finding))),
  ]
}
