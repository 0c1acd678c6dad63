import type { Rule } from '../../rule.ts'

/** Nothing to run, written out. A function may find that a build has nothing to do. */
export const emptyPipeline: Rule = {
  code: 'KW1011',
  severity: 'error',
  needsWhole: true,
  *check({ nodes, isComputed, holdsEntries }) {
    if (nodes.length > 0 || isComputed || holdsEntries) return
    yield {
      path: [],
      message: 'the pipeline has no steps',
      why: 'an upload without steps makes a build that does nothing and passes',
      hint: 'list at least one step; where a build may have nothing to run, give a function that returns its list',
    }
  },
}
