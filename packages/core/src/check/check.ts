import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { diagnose } from './rule.ts'
import { rules } from './rules.ts'

/** What is asked of a pipeline beside what is always asked. */
export interface CheckOptions {
  /** Codes of the optional rules that are on, or beginnings of codes: `KW5` for all policy. Default: none. */
  readonly also?: readonly string[] | undefined
}

/** What every rule finds in a pipeline. */
export function check(graph: Graph, { also = [] }: CheckOptions = {}): readonly Diagnostic[] {
  return rules
    .filter(({ code, isOptional }) => !isOptional || also.some((start) => code.startsWith(start)))
    .flatMap((rule) => Array.from(rule.check(graph), (finding) => diagnose(rule, graph, finding)))
}
