import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/**
 * `\\$` where the end of the text is meant: YAML pasted in has it for the agent's sake (docs/spec/conditionals.md §10).
 */
export const escapedAnchor: Rule = {
  code: 'KW3211',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, parts } of conditions(graph)) {
      for (const part of parts) {
        if (part.type !== 'regex' || !/(?<!\\)(?:\\\\)*\\\$(?=$|[)|])/.test(part.source)) continue
        yield {
          node,
          path,
          span: part,
          message: 'the regular expression looks for a dollar sign at its end',
          why: 'in YAML, "\\$" stands for the "$" that means the end of the text; here text is literal',
          hint: 'write "$" without the backslash; for a dollar sign, [$]',
        }
      }
    }
  },
}
