import type { ConditionNode } from './condition-node.ts'
import type { ConditionProblem, ConditionProblemKind, ConditionProblemReason } from './condition-problem.ts'
import { typeName } from './condition-type.ts'
import { findType } from './find-type.ts'
import { parseCondition } from './parse-condition.ts'

// docs/spec/conditionals.md §1
/**
 * Where a condition stands: the `if` of a step or group, or of a notification of either.
 */
export type ConditionEntry =
  'build_condition' | 'build_condition_with_step' | 'build_notification' | 'step_notification'

/** Whether `step.*` may stand in a condition of that place. */
export function hasStep(entry: ConditionEntry): boolean {
  return entry === 'build_condition_with_step' || entry === 'step_notification'
}

/**
 * Everything in a condition that Buildkite would refuse, before any build or in one: one problem for each mistake, in the
 * order of the text; an empty list for a sound or blank condition (docs/spec/conditionals.md §4).
 *
 * @example checkCondition('build.branhc == "main"', 'build_condition')[0]?.suggestion // 'build.branch'
 */
export function checkCondition(text: string, entry: ConditionEntry): readonly ConditionProblem[] {
  if (text.trim() === '') return Object.freeze([])
  const parsed = parseCondition(text)
  if ('problem' in parsed) return Object.freeze([parsed.problem])
  return checkNode(parsed.node, entry)
}

/** The same for a condition that is parsed already. */
export function checkNode(node: ConditionNode, entry: ConditionEntry): readonly ConditionProblem[] {
  const problems: ConditionProblem[] = []
  const type = findType(node, {
    hasStep: hasStep(entry),
    report: ({ place: { start, end }, reason, message, suggestion }) =>
      problems.push(Object.freeze({ kind: kindOf(reason), reason, start, end, message, suggestion })),
  })
  if (type.kind !== 'boolean' && type.kind !== 'unknown') problems.push(notBoolean(node, typeName(type)))
  return Object.freeze(problems.toSorted((one, other) => one.start - other.start))
}

/** Buildkite looks into an expansion only when it comes to it. */
function kindOf(reason: ConditionProblemReason): ConditionProblemKind {
  return reason === 'expansion' ? 'evaluation' : 'validation'
}

function notBoolean({ start, end }: ConditionNode, found: string): ConditionProblem {
  const message = `the condition yields ${found}, not true or false: compare it with something`
  return Object.freeze({ kind: 'result', reason: 'not-boolean', start, end, message })
}
