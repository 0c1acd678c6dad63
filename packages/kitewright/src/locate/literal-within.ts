import type { Node } from '@babel/types'
import { childrenOf } from './parse-source.ts'

/** The first literal of a value within an expression: the arm of a condition, the element of a list. */
export function literalWithin(node: Node, value: string | number): Node | undefined {
  if (literalValue(node) === value) return node
  for (const child of childrenOf(node)) {
    const found = literalWithin(child, value)
    if (found !== undefined) return found
  }
  return undefined
}

function literalValue(node: Node): string | number | undefined {
  if (node.type === 'StringLiteral' || node.type === 'NumericLiteral') return node.value
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined
  return node.quasis[0]?.value.cooked ?? undefined
}
