import { isInterpolatedPlace } from '@kitewright/schema'
import { expressions } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/**
 * `interpolated(…)` where the agent does not interpolate: the text would arrive with its `$`
 * (docs/spec/upload.md §4.3).
 */
export const interpolatedPlace: Rule = {
  code: 'KW4001',
  severity: 'error',
  *check(graph) {
    for (const { node, path } of expressions(graph)) {
      if (isInterpolatedPlace(node?.kind ?? 'pipeline', path)) continue
      yield {
        node,
        path,
        message: `the agent does not interpolate ${path.filter((part) => typeof part === 'string').join('.')}`,
        why: 'the value would arrive with its $ signs as written',
        hint: 'write the value itself',
      }
    }
  },
}
