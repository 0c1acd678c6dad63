import {
  type AgentMap,
  type BuildContext,
  type EmitOptions,
  isLiteral,
  type WirePipeline,
  writeJson,
  writeYaml,
} from '@kitewright/core'

/** The formats in which a pipeline can be printed. */
export type Format = 'yaml' | 'json'

/** Whether a flag's value names a format. */
export function isFormat(value: unknown): value is Format {
  return value === 'yaml' || value === 'json'
}

/** How a pipeline is printed. */
export interface PrintOptions extends EmitOptions {
  /** Blanks for each level of JSON, 2 by default; 0 writes one line. */
  readonly indent?: number | undefined
}

/** Writes a pipeline that has no errors. What changes text for the agent is loaded only where some has to change. */
export async function emit(pipeline: WirePipeline, format: Format, options: PrintOptions): Promise<string> {
  const { indent = 2 } = options
  const json = writeJson(pipeline, indent)
  if (isLiteral(json, options)) return format === 'json' ? json : writeYaml(pipeline as AgentMap)
  const { toAgentText } = await import('@kitewright/core/agent-text')
  const text = toAgentText(pipeline, options)
  return format === 'json' ? writeJson(text, indent) : writeYaml(text)
}

/** How the agent will take the text: interpolating it, or as it is, with `interpolated` values filled in from `env`. */
export function emitOptions(interpolation: boolean, env: BuildContext['env']): EmitOptions {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { interpolation, env: Object.fromEntries(set) }
}
