import type { WirePipeline } from '@kitewright/core'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** How a pipeline is written. */
export interface EmitRequest {
  readonly format: Format
  /** Whether the agent will interpolate the text; `interpolated` values are evaluated here where it will not. */
  readonly interpolation: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Writes a pipeline; only the chosen writer is loaded. */
export async function emit(pipeline: WirePipeline, { format, interpolation, env }: EmitRequest): Promise<string> {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const options = { interpolation, env: Object.fromEntries(set) }
  if (format === 'json') return (await import('@kitewright/core/emit-json')).emitJson(pipeline, options)
  return (await import('@kitewright/core/emit-yaml')).emitYaml(pipeline, options)
}
