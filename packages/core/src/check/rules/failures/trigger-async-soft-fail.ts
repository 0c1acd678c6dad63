import { attributeRule } from '../../attribute-rule.ts'
import { isGiven, isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A trigger that does not wait for its build forgives nothing (docs/spec/pipeline.md §9). */
export const triggerAsyncSoftFail: Rule = attributeRule({
  code: 'KW3026',
  severity: 'warning',
  kinds: ['trigger'],
  *find({ async, soft_fail: softFail }) {
    if (!isOn(async) || !isGiven(softFail) || softFail === false || softFail === 'false') return
    yield {
      path: ['soft_fail'],
      target: 'key',
      message: 'soft_fail on a trigger that does not wait for its build',
      why: 'the step passes as soon as the build is created, whatever becomes of it',
      hint: 'leave soft_fail out, or async',
    }
  },
})
