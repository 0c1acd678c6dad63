import { attributeRule } from '../../attribute-rule.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** `if_changed` without any pattern skips the step always (docs/spec/upload.md §5). */
export const ifChangedNothing: Rule = attributeRule({
  code: 'KW3022',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    const globs = Array.isArray(changed) ? changed : asMap(changed)['include']
    if (!Array.isArray(globs) || globs.length > 0) return
    yield {
      path: Array.isArray(changed) ? ['if_changed'] : ['if_changed', 'include'],
      message: 'if_changed names no file',
      why: 'the step would be skipped in every build',
      hint: 'name the files, or leave if_changed out',
    }
  },
})
