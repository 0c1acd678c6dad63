import type { BuildContext, Compilation, EmitOptions } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { streamEnvironments } from './stream-environments.ts'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** Writes pipelines that have no errors: several as a stream of documents, of JSON too, which the agent reads as YAML. */
export function emit(pipelines: readonly Pick<Compilation, 'wire'>[], format: Format, options: EmitOptions): string {
  const write = format === 'json' ? emitJson : emitYaml
  const environments = streamEnvironments(pipelines, options)
  return pipelines.map(({ wire }, index) => write(wire, { ...options, env: environments[index] })).join('---\n')
}

/** How the agent will take the text: interpolating it, or as it is, with `interpolated` values filled in from `env`. */
export function emitOptions(interpolation: boolean, env: BuildContext['env']): EmitOptions {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { interpolation, env: Object.fromEntries(set) }
}
