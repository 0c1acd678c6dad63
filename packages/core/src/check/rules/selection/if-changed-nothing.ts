import { attributeRule } from '../../attribute-rule.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** `if_changed` without any pattern skips the step always (docs/spec/upload.md §5). */
export const ifChangedNothing: Rule = attributeRule({
  code: 'KW3022',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    const { include } = asMap(changed)
    const empty = Array.isArray(changed)
      ? changed.length === 0
      : include === null || (Array.isArray(include) && include.length === 0)
    if (!empty) return
    yield {
      path: Array.isArray(changed) ? ['if_changed'] : ['if_changed', 'include'],
      message: 'if_changed names no file',
      why: 'the step would be skipped in every build',
      hint: 'name the files, or leave if_changed out',
    }
  },
})
