import { dollarTexts } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** Attributes that Buildkite shows or acts on by itself: no shell ever reads them. */
const shellless = new Set<unknown>([
  'label',
  'name',
  'group',
  'block',
  'input',
  'prompt',
  'agents',
  'concurrency_group',
  'branches',
  'image',
  'trigger',
  'skip',
  'priority',
])

/** A shell's variable in text that no shell reads. */
export const variableWithoutShell: Rule = {
  code: 'KW4105',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      const isShellless =
        shellless.has(path[0]) || (node?.kind === 'trigger' && path[0] === 'build' && path[1] !== 'env')
      if (!isShellless || lookAlike.test(value)) continue
      const [found] = /\$(?:[A-Z][A-Z0-9_]+\b|\{[A-Za-z]\w*[^}]*\})/.exec(value) ?? []
      if (found === undefined) continue
      yield {
        node,
        path,
        message: `text holds "${found}", which nothing fills in here`,
        why: 'text is literal, and no shell reads this attribute: it arrives with its $ sign',
        hint: "write interpolated('…') for the value at upload time, or the value itself",
      }
    }
  },
}

/** KW4002's. */
const lookAlike = /\$\$|\$\{BUILDKITE_/
