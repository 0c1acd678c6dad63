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
