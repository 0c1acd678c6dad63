import type { Rule } from '../../rule.ts'

/** Nothing to run. Who makes empty pipelines on purpose permits it for the pipeline. */
export const emptyPipeline: Rule = {
  code: 'KW1011',
  severity: 'error',
  needsWhole: true,
  *check({ nodes }) {
    if (nodes.length > 0) return
    yield {
      path: [],
      message: 'the pipeline has no steps',
      why: 'an upload without steps makes a build that does nothing and passes',
      hint: "return at least one step for every build; where none is meant, write allow: { KW1011: '…' } with the reason",
    }
  },
}
