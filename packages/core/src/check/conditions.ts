import type { ConditionEntry } from '../condition/check-condition.ts'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asList, asMap, checkedAttributes, type PlainMap } from './read-value.ts'

/** A condition that its author wrote out, with its place; what the agent fills in is known only at upload. */
export interface ConditionPlace {
  readonly node?: Node | undefined
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly entry: ConditionEntry
}

/** Every condition of a pipeline (conditionals.md §1). */
export const conditions: (graph: Graph) => readonly ConditionPlace[] = oncePerGraph(walk)

function* walk(graph: Graph): Iterable<ConditionPlace> {
  yield* notifyConditions(undefined, checkedAttributes(graph), 'build_notification')
  for (const node of graph.nodes) {
    const attributes = checkedAttributes(node)
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
