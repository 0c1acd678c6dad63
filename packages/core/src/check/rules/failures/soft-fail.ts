import { looksLikeDeploy, looksLikePublish } from '../../../attributes/deploys.ts'
import { isOn } from '../../../attributes/read-value.ts'
import { forgivenStatuses, mayFailSoftly } from '../../../attributes/soft-fail.ts'
import { attributeRule } from '../../attribute-rule.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Node } from '../../../model/graph.ts'
import type { Finding, Rule } from '../../rule.ts'

/** An exit status that no failing job has (docs/spec/pipeline.md §4.8). */
export const softFailExitStatus: Rule = attributeRule({
  code: 'KW2016',
  severity: 'warning',
  kinds: ['command', 'trigger'],
  *find({ soft_fail: softFail }) {
    for (const { status, path } of forgivenStatuses(softFail)) {
      if (typeof status !== 'number' || isFailure(status)) continue
      yield {
        path,
        message:
          status === 0
            ? 'a job that ends with exit status 0 has not failed'
            : `no job on Linux or macOS ends with exit status ${status}`,
        why: 'statuses are 1 to 255, -1 where the agent was lost, and others on Windows alone: this entry forgives nothing',
        hint: 'take it out, or write the status that the job shows',
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
    if (!looksLikeDeploy(node) || looksLikePublish(node) || !mayFailSoftly(softFail)) return
    yield softly(node, 'deployed')
  },
})

/** A publish that may fail without anybody noticing; some publish to several places and can do without one. */
export const softFailingPublish: Rule = attributeRule({
  code: 'KW5008',
  severity: 'warning',
  isOptional: true,
  kinds: ['command'],
  *find({ soft_fail: softFail }, node) {
    if (!looksLikePublish(node) || !mayFailSoftly(softFail)) return
    yield softly(node, 'published')
  },
})

function softly({ step }: Node, done: string): Omit<Finding, 'node'> {
  return {
    path: ['soft_fail'],
    target: 'key',
    message: `${stepName(step)} may fail without failing the build`,
    why: `the build passes and later steps go on as if it had been ${done}`,
    hint: 'leave soft_fail out, or retry instead',
  }
}
