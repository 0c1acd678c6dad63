import type { AgentMap } from './agent-map.ts'
import { isLiteral } from './is-literal.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'
import { writeJson } from './write-json.ts'
import { writeYaml } from './write-yaml.ts'

export interface JsonOptions extends EmitOptions {
  /** Blanks for each level, 2 by default; 0 writes one line, for upload. */
  readonly indent?: number | undefined
}

/** `emitJson` for a pipeline in which no text needs another form for the agent, as in most; undefined otherwise. */
export function literalJson(pipeline: WirePipeline, options: JsonOptions = {}): string | undefined {
  const json = jsonOf(pipeline, options.indent ?? 2)
  return json !== undefined && isLiteral(json, options) ? json : undefined
}

/** `emitYaml` for a pipeline in which no text needs another form for the agent, as in most; undefined otherwise. */
export function literalYaml(pipeline: WirePipeline, options: EmitOptions = {}): string | undefined {
  const json = jsonOf(pipeline, 0)
  return json !== undefined && isLiteral(json, options) ? writeYaml(pipeline as AgentMap) : undefined
}

/** A pipeline's JSON. Returns undefined if it holds an expression, which refuses to be made a text. */
function jsonOf(pipeline: WirePipeline, indent: number): string | undefined {
  try {
    return writeJson(pipeline, indent)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
