import { interpolatedMark } from '@kitewright/schema'
import { expressions } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** An `interpolated(…)` without a variable. */
export const nothingToInterpolate: Rule = {
  code: 'KW4107',
  severity: 'info',
  *check(graph) {
    for (const { node, path, target, value } of expressions(graph)) {
      if (value[interpolatedMark].includes('$')) continue
      yield {
        node,
        path,
        target,
        message: `interpolated('${value[interpolatedMark]}') holds nothing to fill in`,
        why: 'the agent has nothing to do, and the value is known already',
        hint: 'write the text alone',
      }
    }
  },
}
