import { attributeRule } from '../../attribute-rule.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

const least = 20

/** A size that a cache volume cannot have (docs/spec/pipeline.md §5.6). */
export const cacheSize: Rule = attributeRule({
  code: 'KW2018',
  severity: 'error',
  kinds: ['command'],
  *find({ cache }) {
    const { size } = asMap(cache)
    if (typeof size !== 'string') return
    const gigabytes = Number(/^(\d+)g$/.exec(size)?.[1] ?? Number.NaN)
    if (gigabytes >= least) return
    yield {
      path: ['cache', 'size'],
      message: `"${size}" is no size of a cache volume`,
      why: `sizes are whole gigabytes from ${least}, such as "${least}g"`,
      hint: `write size: '${least}g', or leave it out for the same`,
    }
  },
})
