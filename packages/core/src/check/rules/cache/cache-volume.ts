import { cacheVolumes } from '../../../attributes/cache.ts'
import type { Rule } from '../../rule.ts'

const pattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i
/** What a matrix fills in, which is known for each job alone. */
const token = /\{\{\s*matrix[^}]*\}\}/g

/** A name that a cache volume cannot have (docs/spec/pipeline.md §5.6); KW1036 is about one that is too long. */
export const cacheName: Rule = {
  code: 'KW2017',
  severity: 'error',
  *check(graph) {
    for (const { node, name } of cacheVolumes(graph)) {
      if (typeof name !== 'string' || pattern.test(name.replaceAll(token, '0'))) continue
      yield {
        node,
        path: ['cache', 'name'],
        message: `"${name}" cannot name a cache volume`,
        why: 'a name has letters, digits and hyphens, and a letter or digit at both ends',
      }
    }
  },
}

const minimumGigabytes = 20

/** A size that a cache volume cannot have (docs/spec/pipeline.md §5.6). */
export const cacheSize: Rule = {
  code: 'KW2018',
  severity: 'error',
  *check(graph) {
    for (const { node, size } of cacheVolumes(graph)) {
      if (typeof size !== 'string') continue
      const gigabytes = Number(/^(\d+)g$/.exec(size)?.[1])
      if (gigabytes >= minimumGigabytes) continue
      yield {
        node,
        path: ['cache', 'size'],
        message: `"${size}" is not a size of a cache volume`,
        why: `sizes are whole gigabytes from ${minimumGigabytes}, such as "${minimumGigabytes}g"`,
        hint: `write size: '${minimumGigabytes}g', or leave it out for the same`,
      }
    }
  },
}
