import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/** A condition without text, which says nothing about when the step runs (docs/spec/conditionals.md §1). */
export const blankCondition: Rule = {
  code: 'KW3213',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, text, entry, problems } of conditions(graph)) {
      // One of comments alone is blank too.
      if (text.trim() !== '' && problems[0]?.reason !== 'blank') continue
      yield {
        node,
        path,
        message: 'the condition is blank',
        why:
          entry === 'build_condition'
            ? 'Buildkite does not say what it makes of one; most likely it always holds'
            : 'the notification is always sent',
        hint: 'leave it out, or write what is meant',
      }
    }
  },
}
