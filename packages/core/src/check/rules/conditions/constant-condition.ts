import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/** A condition that is the same in every build. */
export const constantCondition: Rule = {
  code: 'KW3212',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, parts } of conditions(graph)) {
      const [whole] = parts
      if (whole?.type !== 'literal' || typeof whole.value !== 'boolean') continue
      const { value } = whole
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
