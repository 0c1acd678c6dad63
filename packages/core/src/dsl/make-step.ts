import type { StepKind } from '@kitewright/schema'
import { branded, modelVersion } from '../model/brand.ts'
import { stepBrand } from '../model/step-brand.ts'
import { captureTrace } from '../model/trace.ts'

/** Builds a step and nothing else: checks come later, all at once, with positions. */
export function makeStep<Value extends object>(kind: StepKind, options: unknown, constructor: unknown): Value {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options)
  return branded<Value>(isObject ? options : {}, stepBrand, {
    kind,
    version: modelVersion,
    trace: captureTrace(constructor),
    given: isObject ? undefined : { value: options },
  })
}
