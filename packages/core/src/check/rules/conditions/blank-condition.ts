import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/** A condition without text, which says nothing about when the step runs (docs/spec/conditionals.md §1). */
export const blankCondition: Rule = {
  code: 'KW3213',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, text } of conditions(graph)) {
      if (text.trim() !== '') continue
      yield {
        node,
        path,
        message: 'the condition is blank',
        why: 'Buildkite does not say what it makes of one; most likely it always holds',
        hint: 'leave it out, or write what is meant',
      }
    }
  },
}
