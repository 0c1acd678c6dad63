import { isWordForOff } from '../../../attributes/word-for-off.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A text that says "no" as the reason to skip: any text skips the step (docs/spec/pipeline.md §4.7). */
export const skipWord: Rule = attributeRule({
  code: 'KW3028',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ skip }) {
    if (!isWordForOff(skip)) return
    yield {
      path: ['skip'],
      message: `the text "${skip}" is a reason to skip the step`,
      why: 'any text but the empty one skips it, whatever it says',
      hint: 'write false, without quotes, or leave it out',
      mend: false,
    }
  },
})
