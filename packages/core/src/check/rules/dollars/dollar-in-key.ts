import type { Rule } from '../../rule.ts'

/** A key with a variable that nothing fills in (docs/spec/pipeline.md §4.1). */
export const dollarInKey: Rule = {
  code: 'KW4108',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      const key: unknown = node.step.key
      const [found] = (typeof key === 'string' && /\$(?:[A-Za-z]\w*|\{\w+[^}]*\})/.exec(key)) || []
      if (found === undefined) continue
      yield {
        node,
        path: ['key'],
        message: `the key holds "${found}", which nothing fills in`,
        why: 'text is literal: the key is the same in every build, with its $ sign',
        hint: "write interpolated('…') for the value at upload time, or a key that says what the step does",
      }
    }
  },
}
