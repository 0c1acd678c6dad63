import { interpolatedText, isInterpolated, isInterpolatedPlace, shownName } from '@kitewright/schema'
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
    for (const { node, path, target } of expressions(graph)) {
      if (isInterpolatedPlace(node?.kind ?? 'pipeline', path)) continue
      yield {
        node,
        path,
        target,
        message: `the agent does not interpolate ${path
          .filter((part) => typeof part === 'string')
          .map(shownName)
          .join('.')}`,
        why: 'the value would arrive with its $ signs as written',
        hint: 'write the value itself',
      }
    }
  },
}

/** An `interpolated(…)` without a variable. */
export const nothingToInterpolate: Rule = {
  code: 'KW4107',
  severity: 'info',
  *check(graph) {
    for (const { node, path, target, value } of expressions(graph)) {
      if (value[interpolatedText].includes('$')) continue
      yield {
        node,
        path,
        target,
        message: `interpolated('${value[interpolatedText]}') holds nothing to fill in`,
        why: 'the agent has nothing to do, and the value is known already',
        hint: 'write the text alone',
      }
    }
  },
}

/** A key that only the upload knows: nothing can be said of what depends on it (docs/spec/pipeline.md §4.1). */
export const dynamicKey: Rule = {
  code: 'KW3113',
  severity: 'info',
  isOptional: true,
  *check({ nodes }) {
    for (const node of nodes) {
      if (!isInterpolated(node.printedKey)) continue
      yield {
        node,
        path: ['key'],
        message: 'the key is known only when the pipeline is uploaded',
        why: 'nobody can see before whether it is unique, and whether what depends on it finds it',
        hint: 'make it of the build context instead: key: `unit-${build.branch}`',
      }
    }
  },
}
