import { attributeRule } from '../../attribute-rule.ts'
import { asListOfAny } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A regular expression where Buildkite takes a pattern with `*` (docs/spec/pipeline.md §4.4). */
export const branchesRegex: Rule = attributeRule({
  code: 'KW3025',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ branches }) {
    for (const patterns of asListOfAny(branches)) {
      if (typeof patterns !== 'string' || !/^\/.*\/$|^\^|[$\\()]|\[.*\]/.test(patterns)) continue
      yield {
        path: ['branches'],
        message: `"${patterns}" looks like a regular expression`,
        why: 'branches takes names in which "*" stands for any text; no branch matches',
        hint: `write in a condition instead: if: 'build.branch =~ /${patterns.replace(/^\/|\/$/g, '')}/'`,
      }
    }
  },
})
