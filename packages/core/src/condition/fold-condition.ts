import { type ConditionComparison, type ConditionNode, staticText } from './condition-node.ts'
import { matchRegex } from './match-regex.ts'

/** What a condition is made into: how its parts become formulas of some kind. */
export interface Algebra<Formula> {
  readonly constant: (holds: boolean) => Formula
  readonly not: (operand: Formula) => Formula
  readonly and: (operands: readonly Formula[]) => Formula
  readonly or: (operands: readonly Formula[]) => Formula
  /** Whether what is read, such as `build.branch`, has a value. */
  readonly isValue: (read: string, value: unknown) => Formula
  /** Whether a text that is read passes a test; nothing but a text does. */
  readonly passes: (read: string, name: string, test: (text: string) => boolean) => Formula
}

/** A condition as a formula. What it cannot look into is read as one thing, which is true or not. */
export function foldCondition<Formula>(node: ConditionNode, text: string, algebra: Algebra<Formula>): Formula {
  switch (node.type) {
    case 'literal':
      return algebra.constant(node.value === true)
    case 'not':
      return algebra.not(foldCondition(node.operand, text, algebra))
    case 'logical': {
      const operands = node.operands.map((operand) => foldCondition(operand, text, algebra))
      return node.operator === '&&' ? algebra.and(operands) : algebra.or(operands)
    }
    case 'comparison':
      return foldComparison(node, text, algebra)
    default:
      return algebra.isValue(readText(node, text), true)
  }
}

function foldComparison<Formula>(node: ConditionComparison, text: string, algebra: Algebra<Formula>): Formula {
  const { operator, left, right } = node
  const value = literal(right) ?? literal(left)
  const read = literal(right) ? left : right
  if ((operator === '==' || operator === '!=') && value && isRead(read)) {
    const equal = algebra.isValue(readText(read, text), value.value)
    return operator === '==' ? equal : algebra.not(equal)
  }
  if ((operator === '=~' || operator === '!~') && right.type === 'regex' && isRead(left)) {
    const matches = algebra.passes(readText(left, text), readText(right, text), (given) => matchRegex(right, given))
    return operator === '=~' ? matches : algebra.not(matches)
  }
  return algebra.isValue(readText(node, text), true)
}

function isRead({ type }: ConditionNode): boolean {
  return type === 'variable' || type === 'call'
}

function literal(node: ConditionNode): { readonly value: unknown } | undefined {
  if (node.type === 'literal') return node
  const value = staticText(node)
  return value === undefined ? undefined : { value }
}

/** The same for all ways to write one: `env('A')` is `env("A")`. */
function readText(node: ConditionNode, text: string): string {
  const [named, second] = node.type === 'call' ? node.arguments : []
  const name = named === undefined || second !== undefined ? undefined : staticText(named)
  if (node.type === 'call' && name !== undefined) return `${node.name}(${JSON.stringify(name)})`
  if (node.type === 'comparison') return `${readText(node.left, text)} ${node.operator} ${readText(node.right, text)}`
  const { start, end } = node
  return text.slice(start, end).replaceAll(/\s+/g, ' ')
}
