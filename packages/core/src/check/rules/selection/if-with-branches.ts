import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

function hintFor(branches: unknown): string {
  const plain = typeof branches === 'string' && /^[\w./-]+$/.test(branches)
  return plain
    ? `leave branches out, and write in the condition: build.branch == "${branches}" && (…)`
    : 'leave branches out, and compare build.branch in the condition'
}

/** `if` and `branches` exclude each other (docs/spec/pipeline.md §4.3). */
export const ifWithBranches: Rule = attributeRule({
  code: 'KW3004',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ if: condition, branches }) {
    if (!isGiven(condition) || !isGiven(branches)) return
    yield {
      path: ['branches'],
      target: 'key',
      message: 'branches and if on the same step',
      why: 'Buildkite takes one of them only',
      hint: hintFor(branches),
    }
  },
})
