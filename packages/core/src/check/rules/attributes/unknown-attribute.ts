import { attributeProblems, isNeedless } from '../../../attributes/attribute-problems.ts'
import type { Rule } from '../../rule.ts'

/**
 * An attribute that nothing in Buildkite is called: the agent passes it on, and Buildkite ignores it. Every one that was
 * found in a real pipeline was read by a program that makes another pipeline of the file, so this is no warning.
 */
export const unknownAttribute: Rule = {
  code: 'KW1037',
  severity: 'info',
  *check(graph) {
    for (const { node, path, message, expected, finding } of attributeProblems(graph)) {
      if (finding !== 'unknown') continue
      const name = String(path.at(-1))
      const needless = node && path.length === 1 && isNeedless(name, node.kind)
      const known = expected.length <= 100 && expected !== '' ? `; known are ${expected}` : ''
      yield {
        node,
        path,
        target: 'key',
        mistake: name,
        message,
        why: 'the agent passes it on, and as far as is known Buildkite ignores it',
        hint: needless
          ? `take it out: a ${node.kind} step runs no job`
          : {
              typescript: `take it out, or write it in raw: { … } if Buildkite has it${known}`,
              yaml: `take it out, unless a program of yours reads it and makes another pipeline of the file${known}`,
            },
      }
    }
  },
}
