import type { ConditionProblem, ConditionProblemReason } from '../condition/condition-problem.ts'
import { conditions } from '../attributes/conditions.ts'
import type { Finding, Rule } from './rule.ts'

/** Makes a rule that reports the mistakes of some kinds in conditions, each at its place inside the text. */
export function conditionRule(code: string, reasons: readonly ConditionProblemReason[]): Rule {
  return {
    code,
    severity: 'error',
    *check(graph) {
      for (const { node, path, problems } of conditions(graph)) {
        for (const problem of problems)
          if (reasons.includes(problem.reason)) yield { node, path, ...describe(problem, path.length > 1) }
      }
    },
  }
}

function describe(problem: ConditionProblem, isNotification: boolean): Omit<Finding, 'path'> {
  const { message, suggestion, start, end } = problem
  return {
    span: { start, end },
    message,
    why: isNotification ? 'Buildkite would never send this notification' : 'Buildkite refuses the upload',
    hint:
      suggestion === undefined || message.endsWith(suggestion) || message.endsWith(`"${suggestion}"`)
        ? undefined
        : `did you mean ${suggestion}?`,
  }
}
