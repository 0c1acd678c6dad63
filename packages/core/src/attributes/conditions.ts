import type { Path, PlainMap } from '@kitewright/schema'
import { checkCondition, type ConditionEntry } from '../condition/check-condition.ts'
import type { ConditionNode } from '../condition/condition-node.ts'
import type { ConditionProblem } from '../condition/condition-problem.ts'
import { parseCondition } from '../condition/parse-condition.ts'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asList, asMap } from './read-value.ts'

/** A condition as the rules look at it: read once, for all of them. */
export interface ReadCondition extends ConditionPlace {
  readonly problems: readonly ConditionProblem[]
  /** Every node, outer ones first; none where the text cannot be read. */
  readonly parts: readonly ConditionNode[]
}

/** A condition that its author wrote out, with its place; what the agent fills in is known only at upload. */
interface ConditionPlace {
  readonly node?: Node | undefined
  readonly path: Path
  readonly text: string
  readonly entry: ConditionEntry
}

/** Every condition of a pipeline (docs/spec/conditionals.md §1). */
export const conditions: (graph: Graph) => readonly ReadCondition[] = oncePerGraph((graph) => [...read(graph)])

function* read(graph: Graph): Iterable<ReadCondition> {
  for (const place of walk(graph)) {
    const { text, entry } = place
    const parsed = parseCondition(text)
    const parts = 'node' in parsed ? [...conditionParts(parsed.node)] : []
    yield { ...place, problems: checkCondition(text, entry), parts }
  }
}

function* walk(graph: Graph): Iterable<ConditionPlace> {
  yield* notifyConditions(undefined, graph.attributes, 'build_notification')
  for (const node of graph.nodes) {
    const attributes = node.attributes
    const { if: text } = attributes
    if (typeof text === 'string') yield { node, path: ['if'], text, entry: 'build_condition' }
    yield* notifyConditions(node, attributes, node.kind === 'group' ? 'build_notification' : 'step_notification')
  }
}

function* notifyConditions(
  node: Node | undefined,
  { notify }: PlainMap,
  entry: ConditionEntry,
): Iterable<ConditionPlace> {
  for (const [index, item] of asList(notify).entries()) {
    const { if: text } = asMap(item)
    if (typeof text === 'string') yield { node, path: ['notify', index, 'if'], text, entry }
  }
}

/** A node of a condition and every one inside it, outer ones first. */
function* conditionParts(node: ConditionNode): Iterable<ConditionNode> {
  yield node
  for (const part of directParts(node)) yield* conditionParts(part)
}

function directParts(node: ConditionNode): readonly ConditionNode[] {
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
