import { toAgentText } from './agent-text.ts'
import { isLiteral } from './is-literal.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'
import { writeJson } from './write-json.ts'

export interface JsonOptions extends EmitOptions {
  /** Blanks for each level, 2 by default; 0 writes one line, for upload. */
  readonly indent?: number | undefined
}

/**
 * Writes a pipeline as JSON that the agent, which takes it for YAML, reads as meant.
 *
 * ```ts
 * emitJson({ steps: [{ command: 'echo $HOME' }] }, { indent: 0 }) // '{"steps":[{"command":"echo $$HOME"}]}\n'
 * ```
 */
export function emitJson(pipeline: WirePipeline, options: JsonOptions = {}): string {
  const { indent = 2 } = options
  const json = writeJson(pipeline, indent)
  return isLiteral(json, options) ? json : writeJson(toAgentText(pipeline, options), indent)
}
