import type { ConditionNode } from '../condition/condition-node.ts'
import { parseCondition } from '../condition/parse-condition.ts'

/** Every node of a condition, outer ones first; none where it cannot be read, which another rule reports. */
export function conditionNodes(text: string): Iterable<ConditionNode> {
  const parsed = parseCondition(text)
  return 'node' in parsed ? inside(parsed.node) : []
}

function* inside(node: ConditionNode): Iterable<ConditionNode> {
  yield node
  for (const part of partsOf(node)) yield* inside(part)
}

function partsOf(node: ConditionNode): readonly ConditionNode[] {
  switch (node.type) {
    case 'array':
      return node.elements
    case 'call':
      return node.arguments
    case 'not':
      return [node.operand]
    case 'logical':
      return node.operands
    case 'comparison':
      return [node.left, node.right]
    case 'choice':
      return [node.test, node.whenTrue, node.whenFalse]
    case 'literal':
    case 'string':
    case 'regex':
    case 'expansion':
    case 'variable':
      return []
  }
}
