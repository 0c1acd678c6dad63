import { type Diagnostic, makePipeline, type Pipeline, type PipelineValue } from '@kitewright/core'
import { type DefineOptions, defineParsed } from '@kitewright/core/import'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { attributeNames } from '@kitewright/schema'
import { findInStep, yamlPlace } from '../locate/find-in-yaml.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import { readYaml } from './read-yaml.ts'

/** A text of YAML as a pipeline among an author's own values. What is wrong with the text comes with it. */
export function pipelineOfYaml(text: string, file: string, isUtf8 = true): Pipeline {
  const { pipelines, diagnostics } = readYaml(text, file, { isRendered: true, isUtf8 })
  const problems = diagnostics.map(asProblem)
  const parts = pipelines.map((parsed) => definedPart(parsed, file, text))
  const [only] = parts
  if (only !== undefined && parts.length === 1) return makePipeline(only.value, only.trace, problems)
  // Each document is a pipeline: their steps come one after the other.
  const list = parts.map(({ value, trace }) => makePipeline(value, trace))
  return makePipeline(list, only?.trace ?? problems[0]?.origin?.trace ?? {}, problems)
}

function definedPart(
  parsed: ParsedPipeline,
  file: string,
  text: string,
): ReturnType<typeof defineParsed>['definition'] {
  const find: DefineOptions['find'] = (step, kind, path, target) =>
    yamlPlace(findInStep(parsed, step, kind, path, target), file, text)
  const { definition } = defineParsed(parsed, { find })
  return { ...definition, value: withoutForeign(definition.value) }
}

/** Buildkite ignores other keys beside `steps`, which commonly hold anchors (docs/spec/pipeline.md §1). */
function withoutForeign(value: PipelineValue): PipelineValue {
  const entries = Object.entries(value as object)
  return Object.fromEntries(
    entries.filter(([name]) => attributeNames.pipeline.includes(name)),
  ) as unknown as PipelineValue
}

function asProblem({ location, related: _related, ...diagnostic }: LocatedDiagnostic): Diagnostic {
  const find = location === undefined ? undefined : () => location
  return { ...diagnostic, origin: { trace: { find }, path: [] } }
}
