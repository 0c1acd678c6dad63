import { isInterpolatedPlace } from '@kitewright/schema'
import { dollarTexts } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** A variable in text that neither the agent nor a shell reads (docs/spec/upload.md §4.3). */
export const dollarNotInterpolated: Rule = {
  code: 'KW4104',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      if (isInterpolatedPlace(node?.kind ?? 'pipeline', path)) continue
      const [found] = /\$(?:[A-Za-z]\w*|\{\w+\})/.exec(value) ?? []
      if (found === undefined || lookAlike.test(value)) continue
      yield {
        node,
        path,
        message: `text holds "${found}", which nothing fills in here`,
        why: 'the agent does not interpolate this attribute, and no shell reads it',
        hint: 'write the value itself; TypeScript may take it from the context: env.NAME',
      }
    }
  },
}

/** KW4002's. */
const lookAlike = /\$\$|\$\{BUILDKITE_/
