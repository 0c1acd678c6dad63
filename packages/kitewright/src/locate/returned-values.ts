import type { Function as FunctionNode, Node } from '@babel/types'
import { isFunction } from './find-binding.ts'
import { childrenOf } from './parse-source.ts'

/** The expressions that a function may return. */
export function returnedValues(owner: FunctionNode): readonly Node[] {
  if (owner.body.type !== 'BlockStatement') return [owner.body]
  const found: Node[] = []
  const visit = (node: Node): void => {
    if (isFunction(node)) return
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument)
    childrenOf(node).forEach(visit)
  }
  visit(owner.body)
  return found
}
