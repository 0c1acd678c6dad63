import { suggest } from '@kitewright/schema'
import { knownWords } from '@kitewright/schema/validate'
import { asListOfAny, asMap } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** Why a job ended without its command having decided it (docs/spec/pipeline.md §5.3). */
const reasons = knownWords('signalReason')

/** A reason of automatic retry that no job ever has. */
export const signalReason: Rule = attributeRule({
  code: 'KW3305',
  severity: 'warning',
  kinds: ['command'],
  // In raw too: there editors do not complete the word.
  *find(_, { attributes: { retry } }) {
    const { automatic } = asMap(retry)
    for (const [index, rule] of asListOfAny(automatic).entries()) {
      const { signal_reason } = asMap(rule)
      for (const reason of asListOfAny(signal_reason)) {
        if (typeof reason !== 'string' || reasons.includes(reason)) continue
        const near = suggest(reason, reasons)
        yield {
          path: ['retry', 'automatic', ...(Array.isArray(automatic) ? [index] : []), 'signal_reason'],
          message: `no job ends for the reason "${reason}"`,
          why: 'this rule of retry never matches',
          hint:
            near === undefined
              ? `reasons are ${reasons.slice(1).join(', ')}, and "*" for any`
              : `did you mean "${near}"?`,
        }
      }
    }
  },
})
