import type { BuildContext, EmitOptions, WirePipeline } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** Writes a pipeline that has no errors. */
export function emit(pipeline: WirePipeline, format: Format, options: EmitOptions): string {
  return format === 'json' ? emitJson(pipeline, options) : emitYaml(pipeline, options)
}

/** How the agent will take the text: interpolating it, or as it is, with `interpolated` values filled in from `env`. */
export function emitOptions(interpolation: boolean, env: BuildContext['env']): EmitOptions {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { interpolation, env: Object.fromEntries(set) }
}
