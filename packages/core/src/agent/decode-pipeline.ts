import type { AgentStep } from './agent-step.ts'
import type { JsonObject } from './json.ts'
import { mismatch } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { printStep } from './print-step.ts'
import { printFields } from './print.ts'
import { readHolder, readSteps, silenced } from './read-steps.ts'
import type { ReadStep, StepWarning } from './read-steps.ts'
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
    const list = readSteps(value, [])
    return 'mismatch' in list ? list : { ...printed({}, list.steps), warnings: list.warnings, hasSteps: true }
  }
  if (!isMap(value)) return mismatch('a pipeline must be a mapping or a list of steps', value)
  const read = readHolder(value, pipelineShape, [])
  if ('mismatch' in read) return read
  const { steps, warnings, hasSteps, losesWarnings } = read
  const own = printFields(value, pipelineShape)
  return { ...printed(own, steps), warnings: losesWarnings ? silenced(warnings) : warnings, hasSteps }
}

function printed(own: JsonObject, steps: readonly ReadStep[]): Pick<DecodedPipeline, 'json' | 'steps'> {
  const printedSteps = steps.map(printStep)
  return { json: { ...own, steps: printedSteps.map(({ json }) => json) }, steps: printedSteps }
}
