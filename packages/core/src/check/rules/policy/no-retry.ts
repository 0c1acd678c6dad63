import { nodeName } from '../../node-name.ts'
import { asMap, checkedAttributes, isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A step that fails for good where its agent is lost (docs/spec/pipeline.md §5.3). */
export const noRetry: Rule = {
  code: 'KW5006',
  severity: 'info',
  isOptional: true,
  *check({ nodes }) {
    for (const node of nodes) {
      const { retry } = checkedAttributes(node)
      if (node.kind !== 'command' || isGiven(asMap(retry)['automatic'])) continue
      yield {
        node,
        path: isGiven(retry) ? ['retry'] : [],
        message: `${nodeName(node)} is not retried where its agent is lost`,
        why: 'machines go away in the middle of a job, and the build fails for no fault of its own',
        hint: 'add retry: { automatic: [{ exit_status: -1, limit: 2 }] }',
      }
    }
  },
}
