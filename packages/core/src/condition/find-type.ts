import { brokenExpansions } from './broken-expansions.ts'
import { checkCall } from './check-call.ts'
import { comparisonMistake, negationMistake } from './comparison-mistake.ts'
import type {
  ConditionCall,
  ConditionChoice,
  ConditionComparison,
  ConditionLiteral,
  ConditionLogical,
  ConditionNode,
  ConditionVariable,
} from './condition-node.ts'
import { typeName, typeOfVariable, type ConditionType } from './condition-type.ts'
import type { Mistake } from './mistake.ts'
import { unknownVariable } from './unknown-variable.ts'
import { variables } from './variables.ts'

export interface Surroundings {
  readonly report: (mistake: Mistake) => void
  readonly hasStep: boolean
}

const unknown: ConditionType = { kind: 'unknown' }
const string: ConditionType = { kind: 'string' }

/**
 * What a node yields; reports the mistakes inside it, also in branches that are never reached
 * (docs/spec/conditionals.md §4).
 */
export function findType(node: ConditionNode, around: Surroundings): ConditionType {
  switch (node.type) {
    case 'literal':
      return findLiteral(node)
    case 'string':
    case 'expansion':
      for (const mistake of brokenExpansions(node)) around.report(mistake)
      return string
    case 'regex':
      return { kind: 'regex' }
    case 'array':
      for (const element of node.elements) requireType(element, 'string', 'a list holds strings, not', around)
      return { kind: 'strings' }
    case 'variable':
      return findVariable(node, around)
    case 'call':
      return findCall(node, around)
    case 'not':
      return requireType(node.operand, 'boolean', '"!" negates true or false, not', around)
    case 'logical':
      return findLogical(node, around)
    case 'comparison':
      return findComparison(node, around)
    case 'choice':
      return findChoice(node, around)
  }
}

function findLiteral({ value }: ConditionLiteral): ConditionType {
  if (value === null) return { kind: 'null' }
  return { kind: typeof value === 'boolean' ? 'boolean' : 'number' }
}

/** The type where it is the one that is needed; else reports, and follows the mistake no further. */
function requireType(
  node: ConditionNode,
  kind: 'string' | 'boolean',
  message: string,
  around: Surroundings,
): ConditionType {
  const type = findType(node, around)
  if (type.kind === kind || type.kind === 'unknown') return type
  around.report({ place: node, reason: 'type', message: `${message} ${typeName(type)}` })
  return unknown
}

function findLogical(node: ConditionLogical, around: Surroundings): ConditionType {
  const message = `"${node.operator}" joins true or false, not`
  const types = node.operands.map((operand) => requireType(operand, 'boolean', message, around))
  return types.find((type) => type.kind === 'unknown') ?? { kind: 'boolean' }
}

function findCall(node: ConditionCall, around: Surroundings): ConditionType {
  const mistakes = [...checkCall(node, (argument) => findType(argument, around))]
  for (const mistake of mistakes) around.report(mistake)
  return mistakes.length > 0 ? unknown : string
}

function findVariable(node: ConditionVariable, around: Surroundings): ConditionType {
  const type = variables.get(node.name)
  if (type === undefined) {
    around.report(unknownVariable(node, around.hasStep))
    return unknown
  }
  if (node.name.startsWith('step.') && !around.hasStep) {
    const message = `${node.name} is not available here: step.* exists only in the notifications of a step`
    around.report({ place: node, reason: 'unavailable', message })
  }
  return typeOfVariable(type)
}

function findComparison(node: ConditionComparison, around: Surroundings): ConditionType {
  const { operator, left, right } = node
  const leftType = findType(left.type === 'not' ? left.operand : left, around)
  const rightType = findType(right, around)
  const misled = left.type === 'not' && leftType.kind !== 'boolean' && leftType.kind !== 'unknown'
  const mistake = misled
    ? negationMistake(operator, left)
    : comparisonMistake(operator, { node: left, type: leftType }, { node: right, type: rightType })
  if (mistake) around.report(mistake)
  return { kind: 'boolean' }
}

/**
 * The branches are compared as if by `==`; a null branch takes the type of the other (docs/spec/conditionals.md §4).
 */
function findChoice(node: ConditionChoice, around: Surroundings): ConditionType {
  requireType(node.test, 'boolean', '"?" asks for true or false, not', around)
  const whenTrue = findType(node.whenTrue, around)
  const whenFalse = findType(node.whenFalse, around)
  const mistake = comparisonMistake(
    '==',
    { node: node.whenTrue, type: whenTrue },
    { node: node.whenFalse, type: whenFalse },
  )
  if (mistake) around.report({ ...mistake, message: `both values of "? :" must be alike: ${mistake.message}` })
  if (mistake) return unknown
  return whenTrue.kind === 'null' || whenTrue.kind === 'unknown' ? whenFalse : whenTrue
}
