import { concurrencyOf } from '../../../attributes/concurrency.ts'
import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { asMap, isGiven } from '../../../attributes/read-value.ts'
import type { Node } from '../../../model/graph.ts'
import { attributeRule } from '../../attribute-rule.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Rule } from '../../rule.ts'

/** A deploy that nothing keeps from running twice at once. */
export const deployWithoutConcurrency: Rule = attributeRule({
  code: 'KW5004',
  severity: 'warning',
  isOptional: true,
  kinds: ['command'],
  *find(_, node) {
    if (!looksLikeDeploy(node) || concurrencyOf(node.attributes).group !== undefined) return
    yield {
      path: [],
      message: `${stepName(node.step)} may run twice at the same time`,
      why: 'two builds may deploy at once, and the older one may win',
      hint: "add concurrency: 1, concurrency_group: 'service/environment'",
    }
  },
})

/** A deploy without a time limit. */
export const deployWithoutTimeout: Rule = attributeRule({
  code: 'KW5005',
  severity: 'warning',
  isOptional: true,
  kinds: ['command'],
  *find(_, node) {
    if (!looksLikeDeploy(node) || hasTimeout(node)) return
    yield {
      path: [],
      message: `${stepName(node.step)} has no time limit`,
      why: 'a deploy that hangs holds its place, and those behind it, until somebody looks',
      hint: 'add timeout_in_minutes: 15',
    }
  },
})

/** A step without a time limit of its own. */
export const noTimeout: Rule = attributeRule({
  code: 'KW5007',
  severity: 'info',
  isOptional: true,
  kinds: ['command'],
  *find(_, node) {
    if (looksLikeDeploy(node) || hasTimeout(node)) return
    yield {
      path: [],
      message: `${stepName(node.step)} has no time limit`,
      why: 'a command that hangs holds an agent until somebody looks, unless the pipeline or organisation sets a limit',
      hint: 'add timeout_in_minutes: 30',
    }
  },
})

function hasTimeout({ attributes }: Node): boolean {
  return isGiven(attributes['timeout_in_minutes'])
}

/** A step that fails for good where its agent is lost (docs/spec/pipeline.md §5.3). */
export const noRetry: Rule = attributeRule({
  code: 'KW5006',
  severity: 'info',
  isOptional: true,
  kinds: ['command'],
  *find(_, node) {
    const { retry } = node.attributes
    if (isGiven(asMap(retry)['automatic'])) return
    yield {
      path: isGiven(retry) ? ['retry'] : [],
      message: `${stepName(node.step)} is not retried where its agent is lost`,
      why: 'machines go away in the middle of a job, and the build fails for no fault of its own',
      hint: 'add retry: { automatic: [{ exit_status: -1, limit: 2 }] }',
    }
  },
})
