import { attributeRule } from '../../attribute-rule.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

const most = 100
const pattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/** A name that a cache volume cannot have (docs/spec/pipeline.md §5.6). */
export const cacheName: Rule = attributeRule({
  code: 'KW2017',
  severity: 'error',
  kinds: ['command'],
  *find({ cache }) {
    const { name } = asMap(cache)
    if (typeof name !== 'string' || (pattern.test(name) && name.length <= most)) return
    yield {
      path: ['cache', 'name'],
      message: `"${name}" cannot name a cache volume`,
      why: `a name has letters, digits and hyphens, a letter or digit at both ends, and ${most} characters at most`,
    }
  },
})
