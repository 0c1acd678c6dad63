import { toAgentText } from './agent-text.ts'
import { literalYaml } from './literal.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'
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
  return literalYaml(pipeline, options) ?? writeYaml(toAgentText(pipeline, options))
}
