import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { attributeDiagnostics } from './attribute-diagnostics.ts'
import { permit } from './permit.ts'
import { diagnose } from './rule.ts'
import { rules } from './rules.ts'

/** What is asked of a pipeline beside what is always asked. Codes may be given by their beginning: `KW5` is all policy. */
export interface CheckOptions {
  /** Optional rules that are on. Default: none. */
  readonly also?: readonly string[] | undefined
  /** Rules whose findings count as errors. Default: each as its severity says. */
  readonly raise?: readonly string[] | undefined
}

const known: ReadonlySet<string> = new Set(rules.map(({ code }) => code))

/** What is wrong with single attributes, and what every rule finds in a pipeline, without what its author permits. */
export function check(graph: Graph, { also = [], raise = [] }: CheckOptions = {}): readonly Diagnostic[] {
  const attributes = attributeDiagnostics(graph)
  const refused = new Set(attributes.map(({ path }) => path.join('\0')))
  const asked = rules.filter(({ code, isOptional }) => !isOptional || startsWithAny(code, also))
  const found = asked.flatMap((rule) => Array.from(rule.check(graph), (finding) => ({ rule, finding })))
  const kept = permit(found, graph, { on: new Set(asked.map(({ code }) => code)), known })
  const diagnostics = kept.map(({ rule: { code, severity }, finding }) =>
    diagnose({ code, severity: startsWithAny(code, raise) ? 'error' : severity }, graph, finding),
  )
  // What a rule says of a value that is refused anyway is the same mistake.
  return [...attributes, ...diagnostics.filter(({ path }) => !isWithin(path, refused))]
}

function isWithin(path: Diagnostic['path'], refused: ReadonlySet<string>): boolean {
  return refused.size > 0 && path.some((_, index) => refused.has(path.slice(0, index + 1).join('\0')))
}

function startsWithAny(code: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => code.startsWith(beginning))
}
