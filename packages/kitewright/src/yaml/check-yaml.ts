import { compile, type CompileOptions, type Diagnostic, type Graph } from '@kitewright/core'
import { defineParsed } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import type { ParsedPipeline } from '@kitewright/core/parse'
import type { LocatedDiagnostic } from '../report/located.ts'
import { yamlDiagnostic, yamlLocation } from './yaml-diagnostic.ts'
import { yamlPlaces } from './yaml-place.ts'

/** Checks a pipeline written in YAML or JSON with the rules for TypeScript, and points into the YAML. */
export async function checkYaml(
  text: string,
  file: string,
  options: CompileOptions = {},
): Promise<readonly LocatedDiagnostic[]> {
  const { pipelines, problems } = parsePipeline(text)
  const checked = await Promise.all(pipelines.map((pipeline) => checkParsed(pipeline, file, text, options)))
  return [...problems.map((problem) => yamlDiagnostic(problem, file, text)), ...checked.flat()]
}

async function checkParsed(
  parsed: ParsedPipeline,
  file: string,
  text: string,
  options: CompileOptions,
): Promise<readonly LocatedDiagnostic[]> {
  const { definition, paths } = defineParsed(parsed)
  const { graph, diagnostics } = await compile(definition, options)
  const places = yamlPlaces(parsed, graph, paths)
  const located = ({ origin, related = [], ...diagnostic }: Diagnostic): LocatedDiagnostic => ({
    ...diagnostic,
    location: yamlLocation(places.find(diagnostic.path, origin?.target ?? 'value'), file, text),
    related: related.map(({ message, origin: other }) => ({
      message,
      location: yamlLocation(places.find(pathOf(other, graph), other.target ?? 'value'), file, text),
    })),
  })
  return diagnostics.filter(({ code }) => !aboutTypeScript.has(code)).map(located)
}

/**
 * What is wrong only where TypeScript is meant: literal text that looks like an expression (in YAML the usual thing), no
 * steps (the reader reports it), integers that only JavaScript rounds.
 */
const aboutTypeScript = new Set(['KW1011', 'KW4002', 'KW4004'])

/** Where a value of a diagnostic stands in the pipeline: each step has a call of its own. */
function pathOf({ trace, path }: NonNullable<Diagnostic['origin']>, { nodes }: Graph): Diagnostic['path'] {
  const node = nodes.find((candidate) => candidate.trace === trace)
  return [...(node?.path ?? []), ...path]
}
