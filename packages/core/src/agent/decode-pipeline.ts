import type { AgentStep } from './agent-step.ts'
import { decodeHolder, decodeSteps } from './decode-steps.ts'
import type { StepWarning } from './decode-steps.ts'
import { mismatch } from './decoded.ts'
import type { Mismatch } from './decoded.ts'
import type { JsonObject } from './json.ts'
import { pipelineShape } from './shapes.ts'
import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'

/** A document as the agent uploads it. */
export interface DecodedPipeline {
  readonly json: JsonObject
  readonly steps: readonly AgentStep[]
  readonly warnings: readonly StepWarning[]
  readonly hasSteps: boolean
}

/** Decodes a document as the agent does (go-pipeline `pipeline.go`): a mapping, or a bare list of steps. */
export function decodePipeline(value: Value): DecodedPipeline | Mismatch {
  if (isList(value)) {
    const list = decodeSteps(value, [])
    return 'mismatch' in list ? list : { ...list, json: { steps: list.steps.map(({ json }) => json) }, hasSteps: true }
  }
  if (!isMap(value)) return mismatch('a pipeline must be a mapping or a list of steps', value)
  const pipeline = decodeHolder(value, pipelineShape, [])
  if ('mismatch' in pipeline || !pipeline.losesWarnings) return pipeline
  return { ...pipeline, warnings: pipeline.warnings.map((lost) => ({ ...lost, silent: true })) }
}
