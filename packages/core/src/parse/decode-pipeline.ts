import { decodeEntries, decodeFields, decodeText, mismatch, unlessNull } from './decode.ts'
import type { Decoder, Mismatch } from './decode.ts'
import { decodeCheckout } from './decode-checkout.ts'
import { decodeSecrets } from './decode-secrets.ts'
import { decodeSteps } from './decode-steps.ts'
import type { AgentStep, DecodedSteps, StepWarning } from './decode-steps.ts'
import type { JsonObject } from './json.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** A document as the agent uploads it. */
export interface DecodedPipeline {
  readonly json: JsonObject
  readonly steps: readonly AgentStep[]
  readonly warnings: readonly StepWarning[]
  readonly hasSteps: boolean
}

/** Reads a document as the agent does (go-pipeline `pipeline.go`): a mapping, or a bare list of steps. */
export const decodePipeline = (value: Value): DecodedPipeline | Mismatch => {
  if (isMap(value)) return decodeMapping(value)
  if (!isList(value)) return mismatch('a pipeline must be a mapping or a list of steps', value, [])
  const steps = decodeSteps(value, [])
  return 'mismatch' in steps ? steps : finish({}, steps, false, true)
}

const decodeEnv: Decoder = unlessNull((value, path) =>
  isMap(value) ? decodeEntries(value, path, decodeText) : mismatch('`env` must be a mapping', value, path),
)

const decodeMapping = (map: ValueMap): DecodedPipeline | Mismatch => {
  const name = map.has('steps') ? 'steps' : ''
  const steps = decodeSteps(map.get(name) ?? null, [name])
  if ('mismatch' in steps) return steps
  const fields = decodeFields(
    map,
    [],
    [
      { name: 'steps', decode: () => ({ json: undefined }) },
      { name: 'env', decode: decodeEnv },
      { name: 'secrets', decode: decodeSecrets },
      { name: 'checkout', decode: decodeCheckout },
    ],
  )
  if ('mismatch' in fields) return fields
  return finish(fields.json, steps, fields.rest, map.has(name))
}

const finish = (json: JsonObject, decoded: DecodedSteps, rest: boolean, hasSteps: boolean): DecodedPipeline => ({
  json: Object.freeze({ ...json, steps: decoded.steps.map((step) => step.json) }),
  steps: decoded.steps,
  warnings: decoded.warnings.map((warning) => ({ ...warning, silent: warning.silent || rest })),
  hasSteps,
})
