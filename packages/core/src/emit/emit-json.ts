import { isLiteral, toAgentText } from './agent-text.ts'
import { escapeSpecial } from './escape-special.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'

export interface JsonOptions extends EmitOptions {
  /** Blanks for each level, 2 by default; 0 writes one line, for upload. */
  readonly indent?: number | undefined
}

/**
 * Writes a pipeline as JSON that the agent, which takes it for YAML, reads as meant (text.md §3).
 *
 * ```ts
 * emitJson({ steps: [{ command: 'echo $HOME' }] }, { indent: 0 }) // '{"steps":[{"command":"echo $$HOME"}]}\n'
 * ```
 */
export function emitJson(pipeline: WirePipeline, options: JsonOptions = {}): string {
  const { indent = 2 } = options
  const json = JSON.stringify(pipeline, null, indent)
  return `${escapeSpecial(isLiteral(json) ? json : JSON.stringify(toAgentText(pipeline, options), null, indent))}\n`
}
