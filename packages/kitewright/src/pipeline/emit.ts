import type { BuildContext, Compilation, EmitOptions, WirePipeline } from '@kitewright/core'
import { type JsonOptions, literalJson, literalYaml } from '@kitewright/core/literal'
import { streamEnvironments } from './stream-environments.ts'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** Writes pipelines that have no errors: several as a stream of documents, of JSON too, which the agent reads as YAML. */
export async function emit(
  pipelines: readonly Pick<Compilation, 'wire'>[],
  format: Format,
  options: EmitOptions,
): Promise<string> {
  const environments = await streamEnvironments(pipelines, options)
  const write = format === 'json' ? emitJson : emitYaml
  const texts = pipelines.map(({ wire }, index) => write(wire, { ...options, env: environments[index] }))
  return (await Promise.all(texts)).join('---\n')
}

/** Core's `emitJson`; what knows how the agent reads texts is loaded only for a pipeline in which one needs another form. */
export async function emitJson(wire: WirePipeline, options: JsonOptions): Promise<string> {
  return literalJson(wire, options) ?? (await import('@kitewright/core/emit-json')).emitJson(wire, options)
}

async function emitYaml(wire: WirePipeline, options: EmitOptions): Promise<string> {
  return literalYaml(wire, options) ?? (await import('@kitewright/core/emit-yaml')).emitYaml(wire, options)
}

/** How the agent will take the text: interpolating it, or as it is, with `interpolated` values filled in from `env`. */
export function emitOptions(interpolation: boolean, env: BuildContext['env']): EmitOptions {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { interpolation, env: Object.fromEntries(set) }
}
