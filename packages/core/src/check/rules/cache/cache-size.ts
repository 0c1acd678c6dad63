import { cacheVolumes } from '../../../attributes/cache.ts'
import type { Rule } from '../../rule.ts'

const least = 20

/** A size that a cache volume cannot have (docs/spec/pipeline.md §5.6). */
export const cacheSize: Rule = {
  code: 'KW2018',
  severity: 'error',
  *check(graph) {
    for (const { node, size } of cacheVolumes(graph)) {
      if (typeof size !== 'string') continue
      const gigabytes = Number(/^(\d+)g$/.exec(size)?.[1])
      if (gigabytes >= least) continue
      yield {
        node,
        path: ['cache', 'size'],
        message: `"${size}" is no size of a cache volume`,
        why: `sizes are whole gigabytes from ${least}, such as "${least}g"`,
        hint: `write size: '${least}g', or leave it out for the same`,
      }
    }
  },
}
