import type { Node } from '@babel/types'
import { memberOf } from '../../locate/site.ts'
import type { Source } from '../../locate/parse-source.ts'
import type { LookedAt } from './looked-at.ts'

/** Variables that hold the text `false` where there is nothing (docs/spec/environment.md §1), and what to ask instead. */
const instead: Readonly<Record<string, string>> = {
  BUILDKITE_PULL_REQUEST: "write build.pull_request, or compare it: env.BUILDKITE_PULL_REQUEST !== 'false'",
  BUILDKITE_TIMEOUT: "compare it: env.BUILDKITE_TIMEOUT !== 'false'",
}

/** Variables that are asked whether they are there, though their text is never empty. */
export function* textsAsConditions(source: Source, nodes: readonly Node[]): Iterable<LookedAt> {
  for (const node of nodes) {
    const name = memberOf(node)?.key ?? ''
    if (!Object.hasOwn(instead, name) || !isCondition(node, source)) continue
    yield {
      code: 'KW1051',
      node,
      message: `${name} is never empty, so this is always true in a build`,
      why: 'where there is none it holds the text "false", which is true to JavaScript',
      hint: instead[name],
    }
  }
}

/** Whether a value is asked for being true or false. */
function isCondition(node: Node, source: Source): boolean {
  const holder = source.parents.get(node)
  switch (holder?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return holder.test === node
    case 'LogicalExpression':
      return holder.operator !== '??' && (holder.left === node || isCondition(holder, source))
    case 'UnaryExpression':
      return holder.operator === '!'
    case 'CallExpression':
      return holder.callee.type === 'Identifier' && holder.callee.name === 'Boolean'
    default:
      return false
  }
}
