import { isInterpolatedPlace } from '@kitewright/schema'
import { isJobVariable } from '../../../attributes/job-variables.ts'
import { dollarTexts, type PlacedValue } from '../../../attributes/places.ts'
import type { Finding, Rule } from '../../rule.ts'

// The patterns end at the next beginning: from each to the end of the text, they would take time that grows with the square.

/** Where a text first has a part. */
function spanOf(part: string, text: string): Finding['span'] {
  const start = text.indexOf(part)
  return { start, end: start + part.length }
}

/** How YAML written by hand spells a `$` that the uploading agent leaves alone. A shell's `$$` has no name behind it. */
const escapedVariable = /\$\$(?:[A-Za-z]\w*|\{[A-Za-z](?:[^}$]|\$(?!\{[A-Za-z]))*\})/

/** Literal text that means something else when it is pasted from YAML (docs/concepts.md, "Text is literal"). */
export const escapedDollar: Rule = {
  code: 'KW4002',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      const [found] = escapedVariable.exec(value) ?? []
      if (found === undefined) continue
      yield {
        node,
        path,
        span: spanOf(found, value),
        message: `text holds "${found}", which arrives with two dollar signs`,
        why: 'in YAML, "$$" stands for one "$"; here text is literal',
        hint: `write "${found.slice(1)}"`,
        mend: value.replaceAll(new RegExp(escapedVariable, 'g'), (variable) => variable.slice(1)),
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
      if (found === undefined || escapedVariable.test(value)) continue
      yield {
        node,
        path,
        span: spanOf(found, value),
        message: `text holds "${found}", which nothing fills in here`,
        why: 'the agent does not interpolate this attribute, and no shell reads it',
        hint: {
          typescript: 'write the value itself; TypeScript may take it from the context: env.NAME',
          yaml: 'write the value itself',
        },
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
  'build',
  'skip',
  'priority',
  'env',
])

const variable = /\$(?:[A-Z][A-Z0-9_]+\b|\{[A-Za-z](?:[^}$]|\$(?!\{[A-Za-z]))*\})/
const variableOfBuildkite = /\$\{?(BUILDKITE_[A-Z][A-Z0-9_]*)[^}]*\}?/

/** A variable in text that no shell reads. */
export const variableWithoutShell: Rule = {
  code: 'KW4105',
  severity: 'warning',
  *check(graph) {
    for (const place of dollarTexts(graph)) {
      const [found] = patternAt(place)?.exec(place.value) ?? []
      if (found === undefined || escapedVariable.test(place.value)) continue
      yield { node: place.node, path: place.path, span: spanOf(found, place.value), ...unread(found, place.value) }
    }
  },
}

/**
 * What a variable looks like where no shell reads it; undefined where one may. Plugins hand some options to a shell, but
 * none needs that for what Buildkite knows at upload.
 */
function patternAt({ node, path }: PlacedValue): RegExp | undefined {
  const [attribute] = path
  if (attribute === 'plugins') return isShellOption(path) ? undefined : variableOfBuildkite
  if (attribute === 'build' && node?.kind !== 'trigger') return undefined
  return shellless.has(attribute) ? variable : undefined
}

/** Whether a plugin's option holds what a shell runs, by its name. */
function isShellOption(path: PlacedValue['path']): boolean {
  return path.some((part) => typeof part === 'string' && /command|script|run|shell|hook|\benv/i.test(part))
}

function unread(found: string, text: string): Pick<Finding, 'message' | 'why' | 'hint'> {
  const name = /\w+/.exec(found)?.[0] ?? ''
  const literal = {
    message: `text holds "${found}", which nothing fills in here`,
    why: 'text is literal, and no shell reads this attribute: it arrives with its $ sign',
  }
  // At upload these have the values of the job that uploads.
  if (isJobVariable(name))
    return { ...literal, hint: `use ${name} in the command, where the shell of the job reads it` }
  return {
    ...literal,
    hint: {
      typescript: `write interpolated('${wholeText(found, text)}') for the value at upload time, or the value itself`,
      yaml: `write ${found} with a single $ for the value at upload time, or the value itself`,
    },
  }
}

/** The text around a variable, which `interpolated` takes with it, as far as it is short. */
function wholeText(found: string, text: string): string {
  return text.length <= 60 && !/['\\\n]/.test(text) ? text : `…${found}…`
}

/** A key with a variable that nothing fills in (docs/spec/pipeline.md §4.1). */
export const dollarInKey: Rule = {
  code: 'KW4108',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      const { printedKey: key } = node
      const [found] = (typeof key === 'string' && /\$(?:[A-Za-z]\w*|\{\w(?:[^}$]|\$(?!\{\w))*\})/.exec(key)) || []
      if (found === undefined) continue
      yield {
        node,
        path: ['key'],
        message: `the key holds "${found}", which nothing fills in`,
        why: 'text is literal: the key is the same in every build, with its $ sign',
        hint: {
          typescript: "write interpolated('…') for the value at upload time, or a key that says what the step does",
          yaml: 'write a single $ for the value at upload time, or a key that says what the step does',
        },
      }
    }
  },
}
