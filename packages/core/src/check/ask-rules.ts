import type { Path } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import { matchesCode } from './matches-code.ts'
import { oncePerMistake } from './once-per-mistake.ts'
import { permit } from './permit.ts'
import type { ShellText } from '../shell/shell-text.ts'
import { diagnose, type Rule } from './rule.ts'

/**
 * What rules find in a pipeline, without what its author permits and what is refused anyway.
 *
 * @param known Structural faults, and single attributes that are refused.
 */
export function askRules(
  rules: readonly Rule[],
  graph: Graph,
  { problems, refusals }: { readonly problems: readonly Diagnostic[]; readonly refusals: readonly Diagnostic[] },
  options: CheckOptions,
): readonly Diagnostic[] {
  const { also = [], raise = [], allow = {}, language = 'typescript', readShell, breakGate, deploys, guards } = options
  const isWhole = problems.length === 0
  const asked = rules.filter(
    (rule) =>
      (rule.only ?? language) === language &&
      (!rule.isOptional || matchesCode(rule.code, also)) &&
      (!rule.needsWhole || isWhole) &&
      (!rule.needsShell || readShell) &&
      (!rule.needsProof || isProofAsked(rule, options)),
  )
  const tools = { readShell: readShell ?? unread, breakGate, deploys, guards }
  const found = asked.flatMap((rule) => Array.from(rule.check(graph, tools), (finding) => ({ rule, finding })))
  const forbidden = permit(found, graph, { on: codesOf(asked), known: codesOf(rules) })
  const kept = oncePerMistake(forbidden.filter(({ rule }) => !Object.hasOwn(allow, rule.code)))
  const diagnostics = kept.map(({ rule: { code, severity }, finding }) =>
    diagnose(
      { code, severity: matchesCode(code, raise) ? 'error' : severity },
      graph,
      finding,
      finding.node?.trace.find ? 'yaml' : language,
    ),
  )
  // What a rule says of a value that is refused anyway is the same mistake.
  const refused = new Set(refusals.map(({ path }) => path.join('\0')))
  return diagnostics.filter(({ path }) => !isWithin(path, refused))
}

/** Whether a rule that takes a proof is asked: of what is rendered only where it can refuse it. */
export function isProofAsked(
  { code }: Pick<Rule, 'code'>,
  { isRendered = false, raise = [] }: Pick<CheckOptions, 'isRendered' | 'raise'>,
): boolean {
  return !isRendered || matchesCode(code, raise)
}

/** What is known of a text that nobody reads. */
const unread = (): ShellText => ({ expansions: [], commands: [], assignments: [] })

function codesOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.map(({ code }) => code))
}

function isWithin(path: Path, refused: ReadonlySet<string>): boolean {
  return refused.size > 0 && path.some((_, index) => refused.has(path.slice(0, index + 1).join('\0')))
}
