import { soleSuggestion } from '@kitewright/schema'
import { variables } from '../../../condition/variables.ts'
import { conditions } from '../../../attributes/conditions.ts'
import type { ConditionProblem, ConditionProblemReason } from '../../../condition/condition-problem.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A condition that cannot be read (docs/spec/conditionals.md §2, §3). */
export const conditionSyntax: Rule = conditionRule('KW3201', [
  'unexpected',
  'unterminated',
  'operator',
  'number',
  'escape',
  'expansion',
  'too-deep',
])

/** A variable or function of a condition that does not exist (docs/spec/conditionals.md §7, §8). */
export const conditionName: Rule = conditionRule('KW3202', ['unknown-variable', 'unknown-function'])

/** Values in a condition that do not go together (docs/spec/conditionals.md §4). */
export const conditionType: Rule = conditionRule('KW3203', ['type', 'arguments'])

/** A regular expression that Buildkite refuses (docs/spec/conditionals.md §9). */
export const conditionRegex: Rule = conditionRule('KW3204', ['regex'])

/** A variable of a condition that is not there in this place (docs/spec/conditionals.md §1). */
export const conditionAvailability: Rule = conditionRule('KW3205', ['unavailable'])

/** A condition that is neither true nor false (docs/spec/conditionals.md §4). */
export const conditionResult: Rule = conditionRule('KW3206', ['not-boolean'])

/** A variable compared with a word that it never is (docs/spec/conditionals.md §7). */
export const conditionWord: Rule = conditionRule('KW3207', ['enumeration'])

/** An environment variable that conditions cannot see (docs/spec/conditionals.md §8). */
export const conditionEnvironment: Rule = conditionRule('KW3208', ['environment-name'])

/** A rule that reports the mistakes of some kinds, each at its place inside the text. */
function conditionRule(code: Rule['code'], reasons: readonly ConditionProblemReason[]): Rule {
  return {
    code,
    severity: 'error',
    *check(graph) {
      for (const { node, path, text, problems } of conditions(graph)) {
        for (const problem of problems)
          if (reasons.includes(problem.reason))
            yield { node, path, ...told(problem, text, path.length > 1), ...bareGlob(problem, text) }
      }
    },
  }
}

function told(problem: ConditionProblem, text: string, isNotification: boolean): Omit<Finding, 'path'> {
  const { message, suggestion, start, end } = problem
  const isSure = suggestion !== undefined && suggestion === soleSuggestion(text.slice(start, end), variables.keys())
  return {
    span: { start, end },
    message,
    why: effectOf(problem, isNotification),
    hint:
      suggestion === undefined || message.endsWith(suggestion) || message.endsWith(`"${suggestion}"`)
        ? undefined
        : `did you mean ${suggestion}?`,
    mend: isSure ? `${text.slice(0, start)}${suggestion}${text.slice(end)}` : undefined,
  }
}

function effectOf({ kind }: ConditionProblem, isNotification: boolean): string {
  const effect = isNotification ? 'Buildkite would never send this notification' : 'Buildkite refuses the upload'
  return kind === 'evaluation' ? `${effect} where it comes to this` : effect
}

/** What is said of `=~ release/*`, whose slash begins a regular expression without end. */
function bareGlob({ start }: ConditionProblem, text: string): Pick<Finding, 'span' | 'message' | 'hint'> | undefined {
  for (const { 1: operator, 2: glob = '', index, 0: all } of text.matchAll(/([=!]~)\s*([\w*][\w*.-]*\/[\w*./-]*)/g)) {
    const end = index + all.length
    if (start < end - glob.length || start >= end) continue
    const pattern = glob
      .replace(/\*$/, '')
      .replace(/[.+^$(){}|[\]\\/]/g, '\\$&')
      .replaceAll('*', '.*')
    return {
      span: { start: end - glob.length, end },
      message: `${glob} is not a regular expression, which "${operator}" takes between slashes`,
      hint: `did you mean /^${pattern}${glob.endsWith('*') ? '' : '$'}/?`,
    }
  }
  return undefined
}
