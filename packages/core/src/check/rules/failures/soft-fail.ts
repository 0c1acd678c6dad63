import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { isOn } from '../../../attributes/read-value.ts'
import { forgivenStatuses, mayFailSoftly } from '../../../attributes/soft-fail.ts'
import { attributeRule } from '../../attribute-rule.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Rule } from '../../rule.ts'

/** An exit status that no failing job has (docs/spec/pipeline.md §4.8). */
export const softFailExitStatus: Rule = attributeRule({
  code: 'KW2016',
  severity: 'error',
  kinds: ['command', 'trigger'],
  *find({ soft_fail: softFail }) {
    for (const { status, path } of forgivenStatuses(softFail)) {
      if (typeof status !== 'number' || isFailure(status)) continue
      yield {
        path,
        message: `no failing job ends with exit status ${status}`,
        why: 'statuses are 1 to 255, and -1 where the agent was lost: this entry forgives nothing',
      }
    }
  },
})

function isFailure(status: number): boolean {
  return status >= -1 && status <= 255 && status !== 0
}

/** A trigger that does not wait for its build forgives nothing (docs/spec/pipeline.md §9). */
export const triggerAsyncSoftFail: Rule = attributeRule({
  code: 'KW3026',
  severity: 'warning',
  kinds: ['trigger'],
  *find({ async, soft_fail: softFail }) {
    if (!isOn(async) || !mayFailSoftly(softFail)) return
    yield {
      path: ['soft_fail'],
      target: 'key',
      message: 'soft_fail on a trigger that does not wait for its build',
      why: 'the step passes as soon as the build is created, whatever becomes of it',
      hint: 'leave soft_fail out, or async',
    }
  },
})

/** A deploy that may fail without anybody noticing: the build passes, and what follows goes on. */
export const softFailingDeploy: Rule = attributeRule({
  code: 'KW5003',
  severity: 'warning',
  kinds: ['command'],
  *find({ soft_fail: softFail }, node) {
    if (!looksLikeDeploy(node) || !mayFailSoftly(softFail)) return
    yield {
      path: ['soft_fail'],
      target: 'key',
      message: `${stepName(node.step)} may fail without failing the build`,
      why: 'the build passes and later steps go on as if it had been deployed',
      hint: 'leave soft_fail out, or retry instead',
    }
  },
})
