import type { AgentMap } from './agent-map.ts'
import { toAgentText } from './agent-text.ts'
import { isLiteral } from './is-literal.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'
import { writeJson } from './write-json.ts'
import { writeYaml } from './write-yaml.ts'

/**
 * Writes a pipeline as YAML that the agent reads as meant.
 *
 * ```ts
 * emitYaml({ steps: [{ label: 'Unit', command: 'echo $HOME' }] })
 * // steps:
 * //   - label: Unit
 * //     command: echo $$HOME
 * ```
 */
export function emitYaml(pipeline: WirePipeline, options: EmitOptions = {}): string {
  const text = isLiteral(writeJson(pipeline, 0), options) ? (pipeline as AgentMap) : toAgentText(pipeline, options)
  return writeYaml(text)
}
