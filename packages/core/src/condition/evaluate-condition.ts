import { checkNode } from './check-condition.ts'
import { readEnvironment, readVariable, type ConditionContext } from './condition-context.ts'
import type {
  ConditionCall,
  ConditionComparison,
  ConditionLogical,
  ConditionNode,
  ConditionRegex,
} from './condition-node.ts'
import type { ConditionProblemKind } from './condition-problem.ts'
import { isHiddenName, labelsName } from './environment-names.ts'
import { evaluationFailure, failEvaluation } from './evaluation-failure.ts'
import { expand, expandText } from './expand-text.ts'
import { matchRegex } from './match-regex.ts'
import { parseCondition } from './parse-condition.ts'

/** What a condition comes to, or when and why Buildkite would give up on it. */
export type ConditionResult =
  | { readonly value: boolean }
  | {
      readonly error: ConditionProblemKind
      readonly message: string
      /** The offset of the mistake, where it has a place in the text. */
      readonly start?: number | undefined
    }

/**
 * Evaluates a condition as Buildkite does (docs/spec/conditionals.md §5). In a notification a blank condition is true
 * and whatever fails is false (docs/spec/conditionals.md §1).
 *
 * @example evaluateCondition('build.tag != null', { entry: 'build_condition', variables: { 'build.tag': 'v1' } })
 */
export function evaluateCondition(text: string, context: ConditionContext): ConditionResult {
  const lenient = context.entry.endsWith('notification')
  if (lenient && text.trim() === '') return Object.freeze({ value: true })
  const result = evaluateStrictly(text, context)
  return Object.freeze('error' in result && lenient ? { value: false } : result)
}

function evaluateStrictly(text: string, context: ConditionContext): ConditionResult {
  const parsed = parseCondition(text)
  if ('problem' in parsed) return { error: 'parse', message: parsed.problem.message, start: parsed.problem.start }
  const problems = checkNode(parsed.node, context.entry)
  // What the whole yields is looked at last, wherever it stands.
  const problem = problems.find(({ kind }) => kind === 'validation') ?? problems.find(({ kind }) => kind === 'result')
  if (problem) return { error: problem.kind, message: problem.message, start: problem.start }
  try {
    return { value: evaluate(parsed.node, context) === true }
  } catch (error) {
    return { error: 'evaluation', message: evaluationFailure(error) }
  }
}

type Value = string | number | bigint | boolean | null | readonly (string | null)[] | ConditionRegex

function evaluate(node: ConditionNode, context: ConditionContext): Value {
  switch (node.type) {
    case 'literal':
      return node.value
    case 'string':
      return expandText(node.parts, (name) => readEnvironment(name, context))
    case 'expansion':
      return expand(node, (name) => readEnvironment(name, context))
    case 'regex':
      return node
    case 'array':
      return node.elements.map((element) => evaluate(element, context) as string | null)
    case 'variable':
      return readVariable(node.name, context)
    case 'call':
      return call(node, context)
    case 'not':
      return evaluate(node.operand, context) !== true
    case 'logical': {
      return join(node, context)
    }
    case 'comparison':
      return compare(node, context)
    case 'choice':
      return evaluate(evaluate(node.test, context) === true ? node.whenTrue : node.whenFalse, context)
  }
}

/** A chain stops at what decides it, and is that: a null operand stays null (docs/spec/conditionals-differences.md). */
function join({ operator, operands }: ConditionLogical, context: ConditionContext): Value {
  let value: Value = operator === '&&'
  for (const operand of operands) {
    value = evaluate(operand, context)
    if ((value === true) !== (operator === '&&')) return value
  }
  return value
}

function call(node: ConditionCall, context: ConditionContext): Value {
  const name = evaluate(node.arguments[0]!, context)
  if (typeof name !== 'string' || name === '') return failEvaluation(`the name for ${node.name}() is empty`)
  if (isHiddenName(name) && name !== labelsName) return failEvaluation(`conditions cannot see ${name}`)
  return readEnvironment(name, context) ?? (node.name === 'env' ? '' : null)
}

function compare(node: ConditionComparison, context: ConditionContext): boolean {
  const left = evaluate(node.left, context)
  const right = evaluate(node.right, context)
  switch (node.operator) {
    case '==':
      return equals(left, right)
    case '!=':
      return !equals(left, right)
    case '=~':
      return matches(left, right)
    case '!~':
      return !matches(left, right)
    case 'includes':
      if (isList(left)) return includes(left, right)
      return isRegex(right) ? failEvaluation('a regular expression is looked for in no list') : false
  }
}

function isList(value: Value): value is readonly (string | null)[] {
  return Array.isArray(value)
}

function isRegex(value: Value): value is ConditionRegex {
  return typeof value === 'object' && value !== null && 'source' in value
}

function equals(left: Value, right: Value): boolean {
  if ((left === null && isRegex(right)) || (isRegex(left) && right === null))
    return failEvaluation('null cannot be compared with a regular expression')
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((element, i) => element === right[i])
  if (isRegex(left) && isRegex(right)) return left.source === right.source && left.ignoreCase === right.ignoreCase
  return left === right
}

function matches(value: Value, regex: Value): boolean {
  if (regex === null) return failEvaluation('null is not a regular expression')
  return typeof value === 'string' && isRegex(regex) && matchRegex(regex, value)
}

/** A null element is an error only where the search reaches it. */
function includes(list: readonly (string | null)[], wanted: Value): boolean {
  if (wanted === null) return false
  return list.some((element) => {
    if (element === null) return failEvaluation('the list holds null')
    return isRegex(wanted) ? matchRegex(wanted, element) : element === wanted
  })
}
