import { isInterpolated } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

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
