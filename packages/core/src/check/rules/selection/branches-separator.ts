import { attributeRule } from '../../attribute-rule.ts'
import { asListOfAny } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** Branch patterns that are separated by something else than blanks (docs/spec/pipeline.md §4.4). */
export const branchesSeparator: Rule = attributeRule({
  code: 'KW3024',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ branches }) {
    for (const patterns of asListOfAny(branches)) {
      if (typeof patterns !== 'string' || !/[,;|]/.test(patterns)) continue
      yield {
        path: ['branches'],
        message: `"${patterns}" is one pattern, not several`,
        why: 'patterns are separated by blanks, so no branch matches',
        hint: `write "${patterns
          .split(/\s*[,;|]+\s*/)
          .join(' ')
          .trim()}"`,
      }
    }
  },
})
