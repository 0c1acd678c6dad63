import { attributeRule } from '../attribute-rule.ts'
import { asMap } from '../read-value.ts'
import type { Rule } from '../rule.ts'

/** `if_changed` with what to leave out and nothing to take (pipeline.md §4.9). */
export const ifChangedMissesInclude: Rule = attributeRule({
  code: 'KW3023',
  severity: 'error',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    const { include, exclude } = asMap(changed)
    if (include !== undefined || exclude === undefined) return
    yield {
      path: ['if_changed'],
      message: 'if_changed has exclude without include',
      why: 'the agent ignores it, and the step runs in every build',
      hint: "add include: '**'",
    }
  },
})
