import type { StepKind } from '@kitewright/schema'
import { type Brand, brandOf } from './brand.ts'
import type { Trace } from './origin.ts'

/** Recognises a step in any copy of the library. */
export const stepBrand: unique symbol = Symbol.for('kitewright.step')

/** What a step carries for the library alone. */
export interface StepBrand<Kind extends StepKind = StepKind> extends Brand<Kind> {
  /** The argument itself where it was not an object (plain JavaScript can do that): reported when the pipeline is checked. */
  readonly given?: { readonly value: unknown } | undefined
  /** Where `sequence` placed the step: its call, and the step as it was given. */
  readonly sequence?: { readonly trace: Trace; readonly original: AnyStep } | undefined
}

/** A step of whatever kind, as `command`, `block`, `input`, `wait`, `trigger` and `group` return it. */
export interface AnyStep {
  readonly [stepBrand]: StepBrand
}

/** The values that a step in a sequence stands for, the nearest first. */
export function originalsOf({ sequence }: StepBrand): readonly AnyStep[] {
  if (sequence === undefined) return none
  const originals: AnyStep[] = []
  for (let before: StepBrand['sequence'] = sequence; before !== undefined;) {
    originals.push(before.original)
    before = before.original[stepBrand].sequence
  }
  return originals
}

const none: readonly AnyStep[] = []

/** The brand of a step made by any copy of the library, or undefined if the value is no step. */
export function stepBrandOf(value: unknown): StepBrand | undefined {
  return brandOf<StepBrand>(value, stepBrand)
}
