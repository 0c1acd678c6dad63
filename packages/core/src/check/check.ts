import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { attributeDiagnostics } from './attribute-diagnostics.ts'
import { diagnose } from './rule.ts'
import { rules } from './rules.ts'

/** What is asked of a pipeline beside what is always asked. */
export interface CheckOptions {
  /** Codes of the optional rules that are on, or beginnings of codes: `KW5` for all policy. Default: none. */
  readonly also?: readonly string[] | undefined
}

/** What is wrong with single attributes, and what every rule finds in a pipeline. */
export function check(graph: Graph, { also = [] }: CheckOptions = {}): readonly Diagnostic[] {
  const attributes = attributeDiagnostics(graph)
  const refused = new Set(attributes.map(({ path }) => path.join('\0')))
  const found = rules
    .filter(({ code, isOptional }) => !isOptional || also.some((start) => code.startsWith(start)))
    .flatMap((rule) => Array.from(rule.check(graph), (finding) => diagnose(rule, graph, finding)))
  // What a rule says of a value that is refused anyway is the same mistake.
  return [...attributes, ...found.filter(({ path }) => !isWithin(path, refused))]
}

function isWithin(path: Diagnostic['path'], refused: ReadonlySet<string>): boolean {
  return refused.size > 0 && path.some((_, index) => refused.has(path.slice(0, index + 1).join('\0')))
}
