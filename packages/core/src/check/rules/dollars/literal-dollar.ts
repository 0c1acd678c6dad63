import { isInterpolatedPlace } from '@kitewright/schema'
import { dollarTexts } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** What YAML written by hand uses for the uploading agent: `${BUILDKITE_…}` and an escaped `$$`. */
const lookAlike = /\$\$|\$\{BUILDKITE_[A-Z][^}]*\}/

/** Literal text that means something else when it is pasted from YAML (docs/concepts.md, "Text is literal"). */
export const uploadLookAlike: Rule = {
  code: 'KW4002',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      const [found] = lookAlike.exec(value) ?? []
      if (found === undefined) continue
      const escaped = found === '$$'
      yield {
        node,
        path,
        message: escaped
          ? 'text holds "$$", which arrives as two dollar signs'
          : `text holds "${found}", which the uploading agent will not fill in`,
        why: escaped
          ? 'in YAML, "$$" stands for one "$"; here text is literal'
          : 'in YAML, the agent fills it in at upload; here text is literal, and only a shell that runs the text sees the variable',
        hint: escaped ? 'write a single "$"' : "write interpolated('…') if the value at upload time is meant",
      }
    }
  },
}

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
      const [found] = /\$(?:[A-Z][A-Z0-9_]+\b|\{[A-Za-z][^}]*\})/.exec(value) ?? []
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

/** A key with a variable that nothing fills in (docs/spec/pipeline.md §4.1). */
export const dollarInKey: Rule = {
  code: 'KW4108',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      const { printedKey: key } = node
      const [found] = (typeof key === 'string' && /\$(?:[A-Za-z]\w*|\{\w[^}]*\})/.exec(key)) || []
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
