import type { Node } from '@babel/types'
import { isWrapper } from './site.ts'

/** The arm of a condition that can be at fault: not the one that is nothing (`isMain && step`, `isMain ? step : null`). */
export function liveArm(node: Node): Node {
  if (isWrapper(node)) return liveArm(node.expression)
  if (node.type === 'LogicalExpression' && node.operator === '&&') return liveArm(node.right)
  if (node.type !== 'ConditionalExpression') return node
  if (isNothing(node.alternate)) return liveArm(node.consequent)
  return isNothing(node.consequent) ? liveArm(node.alternate) : node
}

/** What vanishes from lists of steps and dependencies. */
function isNothing(node: Node): boolean {
  if (node.type === 'BooleanLiteral') return !node.value
  if (node.type === 'StringLiteral') return node.value === ''
  return node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined')
}
