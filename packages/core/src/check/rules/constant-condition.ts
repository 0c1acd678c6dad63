import { parseCondition } from '../../condition/parse-condition.ts'
import { conditions } from '../conditions.ts'
import type { Rule } from '../rule.ts'

/** A condition that is the same in every build. */
export const constantCondition: Rule = {
  code: 'KW3212',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, text } of conditions(graph)) {
      const parsed = parseCondition(text)
      if (!('node' in parsed) || parsed.node.type !== 'literal' || typeof parsed.node.value !== 'boolean') continue
      const { value } = parsed.node
      yield {
        node,
        path,
        message: `the condition is ${value} in every build`,
        why: value ? 'it decides nothing' : 'what it stands on never happens',
        hint: value ? 'leave it out' : 'leave out what it stands on',
      }
    }
  },
}
