import type { PlainMap } from '@kitewright/schema'
import type { StepKind } from '@kitewright/schema'
import type { Node } from '../model/graph.ts'
import type { Finding, Rule } from './rule.ts'

/** A rule that looks at the attributes of one step at a time. */
export interface AttributeRule extends Omit<Rule, 'check'> {
  /** The kinds of step that it looks at. */
  readonly kinds: readonly StepKind[]
  readonly find: (attributes: PlainMap, node: Node) => Iterable<Omit<Finding, 'node'>>
}

/** Makes a rule of a question asked of each step alone. */
export function attributeRule({ kinds, find, ...rule }: AttributeRule): Rule {
  return {
    ...rule,
    *check({ nodes }) {
      for (const node of nodes) {
        if (!kinds.includes(node.kind)) continue
        for (const finding of find(node.attributes, node)) yield { node, ...finding }
      }
    },
  }
}
