import { toAgentText } from './agent-text.ts'
import { type JsonOptions, literalJson } from './literal.ts'
import type { WirePipeline } from './wire-pipeline.ts'
import { writeJson } from './write-json.ts'

/**
 * Writes a pipeline as JSON that the agent, which takes it for YAML, reads as meant.
 *
 * ```ts
 * emitJson({ steps: [{ command: 'echo $HOME' }] }, { indent: 0 }) // '{"steps":[{"command":"echo $$HOME"}]}\n'
 * ```
 */
export function emitJson(pipeline: WirePipeline, options: JsonOptions = {}): string {
  return literalJson(pipeline, options) ?? writeJson(toAgentText(pipeline, options), options.indent ?? 2)
}
