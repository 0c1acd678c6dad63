import { emitJson } from '@kitewright/core/emit-json'
import type { BuildContext, EmitOptions, WirePipeline } from '@kitewright/core'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** Writes a pipeline that has no errors; only the chosen writer is loaded. */
export async function emit(pipeline: WirePipeline, format: Format, options: EmitOptions): Promise<string> {
  if (format === 'json') return emitJson(pipeline, options)
  return (await import('@kitewright/core/emit-yaml')).emitYaml(pipeline, options)
}

/** How the agent will take the text: interpolating it, or as it is, with `interpolated` values filled in from `env`. */
export function emitOptions(interpolation: boolean, env: BuildContext['env']): EmitOptions {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { interpolation, env: Object.fromEntries(set) }
}
