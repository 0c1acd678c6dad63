import type { StepKind } from '@kitewright/schema'
import { type Mark, markOf } from './mark.ts'
import type { Trace } from './origin.ts'

/** Recognises a step in any copy of the library. */
export const stepMark: unique symbol = Symbol.for('kitewright.step')

/** What a step carries for the library alone. */
export interface StepMark<Kind extends StepKind = StepKind> extends Mark<Kind> {
  /** The argument itself where it was not an object (plain JavaScript can do that): reported when the pipeline is checked. */
  readonly given?: { readonly value: unknown } | undefined
  /** Where `sequence` placed the step: its call, and the step as it was given. */
  readonly sequence?: { readonly trace: Trace; readonly original: AnyStep } | undefined
}

/** A step of whatever kind, as `command`, `block`, `input`, `wait`, `trigger` and `group` return it. */
export interface AnyStep {
  readonly [stepMark]: StepMark
}

const none: readonly AnyStep[] = []

/** The values that a step in a sequence stands for, the nearest first. */
export function originalsOf({ sequence }: StepMark): readonly AnyStep[] {
  if (sequence === undefined) return none
  const { original } = sequence
  return [original, ...originalsOf(original[stepMark])]
}

/** The mark of a step made by any copy of the library, or undefined if the value is no step. */
export function stepMarkOf(value: unknown): StepMark | undefined {
  return markOf<StepMark>(value, stepMark)
}
