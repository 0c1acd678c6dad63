import type { StepKind } from '@kitewright/schema'
import { branded, modelVersion } from '../model/brand.ts'
import { ownCopy, tooLarge } from '../model/own-copy.ts'
import { stepBrand } from '../model/step-brand.ts'
import { captureTrace } from '../model/trace.ts'

/** Builds a step of a copy of its options and nothing else: checks come later, all at once, with positions. */
export function makeStep<Value extends object>(
  kind: StepKind,
  options: unknown,
  constructor: unknown,
  complete: (own: object) => object = (own) => own,
): Value {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options)
  const own = isObject ? ownCopy(options) : undefined
  const given = own === undefined ? { value: options } : own === tooLarge ? { value: own } : undefined
  return branded<Value>(given === undefined ? complete(own as object) : {}, stepBrand, {
    kind,
    version: modelVersion,
    trace: captureTrace(constructor),
    given,
  })
}
