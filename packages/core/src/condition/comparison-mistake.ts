import type { Span } from '@kitewright/schema'
import { staticText, type ComparisonOperator, type ConditionNode } from './condition-node.ts'
import { typeName, type ConditionType } from './condition-type.ts'
import type { Mistake } from './mistake.ts'
import { suggest } from '@kitewright/schema'

export interface Operand {
  readonly node: ConditionNode
  readonly type: ConditionType
}

/** What is wrong with comparing two values, if anything (docs/spec/conditionals.md §4). */
export function comparisonMistake(operator: ComparisonOperator, left: Operand, right: Operand): Mistake | undefined {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return undefined
  switch (operator) {
    case '=~':
    case '!~':
      return matchMistake(operator, left, right)
    case 'includes':
      return includesMistake(left, right)
    case '==':
    case '!=':
      return equalityMistake(operator, left, right)
  }
}

function wrongType(place: ConditionNode, message: string): Mistake {
  return { place, reason: 'type', message }
}

/**
 * The mistake of `!a == "b"`, which reads `(!a) == "b"`. What the server makes of `!a =~ /b/` and `!a includes "b"` is not
 * known: running pipelines have them (docs/spec/semantics.md §17).
 */
export function negationMistake(operator: ComparisonOperator, place: Span): Mistake {
  const message = `"!" binds tighter than "${operator}": write !(… ${operator} …)`
  return { place, reason: operator === '=~' || operator === 'includes' ? 'negation' : 'type', message }
}

function matchMistake(operator: string, left: Operand, right: Operand): Mistake | undefined {
  if (left.type.kind === 'enumeration')
    return wrongType(left.node, `"${operator}" cannot look into ${nameOf(left.node)}: compare it with == instead`)
  if (left.type.kind === 'regex' && right.type.kind === 'string')
    return wrongType(left.node, `the regular expression stands on the right of "${operator}"`)
  if (left.type.kind !== 'string' && left.type.kind !== 'null')
    return wrongType(left.node, `"${operator}" looks into a string, not ${typeName(left.type)}`)
  if (right.type.kind === 'regex') return undefined
  const text = staticText(right.node)
  if (text !== undefined && isGlob(text))
    return {
      ...wrongType(right.node, `"${text}" is a glob, and "${operator}" takes a regular expression between slashes`),
      suggestion: `/^${text.replace(/[.+^$(){}|[\]\\/]/g, '\\$&').replaceAll('*', '.*')}$/`,
    }
  const mistake = wrongType(right.node, `the right side of "${operator}" is a regular expression between slashes`)
  return text === undefined ? mistake : { ...mistake, suggestion: `/${text.replaceAll('/', '\\/')}/` }
}

/** Whether a text is a pattern as `branches` takes it: its `*` stands for any text by itself, with nothing to repeat. */
function isGlob(text: string): boolean {
  return /(?:^|[\w/-])\*/.test(text) && !/[\^$()|\\[\]+]/.test(text)
}

function includesMistake(left: Operand, right: Operand): Mistake | undefined {
  if (left.node.type === 'not') return negationMistake('includes', left.node)
  if (left.type.kind === 'string')
    return wrongType(left.node, '"includes" searches a list of strings: search a string with =~ /…/')
  if (left.type.kind !== 'strings' && left.type.kind !== 'null')
    return wrongType(left.node, `"includes" searches a list of strings, not ${typeName(left.type)}`)
  if (['string', 'regex', 'null'].includes(right.type.kind)) return undefined
  return wrongType(right.node, `"includes" looks for a string or a regular expression, not ${typeName(right.type)}`)
}

function equalityMistake(operator: string, left: Operand, right: Operand): Mistake | undefined {
  if (left.type.kind === 'null' || right.type.kind === 'null') return undefined
  if (left.type.kind === 'enumeration') return enumerationMistake(left.node, left.type.members, right)
  if (right.type.kind === 'enumeration' && left.type.kind === 'string')
    return wrongType(right.node, `${nameOf(right.node)} must stand on the left of "${operator}"`)
  if (left.type.kind === right.type.kind) return undefined
  const message = `${typeName(left.type)} is never equal to ${typeName(right.type)}`
  const text = left.type.kind === 'string' && right.node.type === 'literal' ? `"${right.node.value}"` : undefined
  return { ...wrongType(right.node, message), suggestion: text }
}

function enumerationMistake(left: ConditionNode, members: readonly string[], right: Operand): Mistake | undefined {
  if (right.type.kind === 'enumeration')
    return wrongType(right.node, `${nameOf(left)} and ${nameOf(right.node)} cannot be compared: compare with text`)
  if (right.type.kind !== 'string')
    return wrongType(right.node, `${nameOf(left)} is compared with text, not ${typeName(right.type)}`)
  const text = staticText(right.node)
  if (text === undefined || members.includes(text)) return undefined
  const meant = suggest(text, members)
  const message = `${nameOf(left)} is never "${text}", only ${members.join(', ')}`
  return { place: right.node, reason: 'enumeration', message, suggestion: meant && `"${meant}"` }
}

function nameOf(node: ConditionNode): string {
  return node.type === 'variable' ? node.name : 'this value'
}
