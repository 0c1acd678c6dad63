import { isPlainObject, type PlainMap } from '@kitewright/schema'
import { type AnyStep, originalsOf } from '../model/step-brand.ts'
import type { FlatPipeline, FlatStep } from './flatten.ts'
import type { StepKey } from './keys.ts'

/** Finds the place of a step by its value or its key. */
export interface StepIndex {
  /** The place of a step value; an original that `sequence` placed stands for its place there. */
  ofStep(step: AnyStep): number | undefined
  /** The place of an authored key, else of a derived one. */
  ofKey(key: string): number | undefined
  /** Whether a value stands in the pipeline but was refused, which has been reported. */
  isRefused(value: unknown): boolean
  readonly steps: readonly FlatStep[]
  readonly keys: readonly StepKey[]
}

/** Indexes the steps of a pipeline. */
export function indexSteps({ steps, refused }: FlatPipeline, keys: readonly StepKey[]): StepIndex {
  const byStep = new Map<AnyStep, number>()
  for (const { step, index } of steps) byStep.set(step, index)
  for (const { brand, index } of steps) {
    for (const original of originalsOf(brand)) byStep.set(original, index)
  }
  const byKey = new Map<string, number>()
  const register = (wanted: boolean): void => {
    for (const { index } of steps) {
      const key = keys[index]
      if (key?.name === undefined || (key.authored !== undefined) !== wanted || byKey.has(key.name)) continue
      byKey.set(key.name, index)
    }
  }
  register(true)
  register(false)
  return {
    ofStep: (step) => byStep.get(step),
    ofKey: (key) => byKey.get(key),
    isRefused: (value) =>
      refused.size > 0 && (refused.has(value) || (isPlainObject(value) && isCopyOf(value, refused))),
    steps,
    keys,
  }
}

/** Constructors copy their arguments: what is no step has no identity, and is known by its values. */
function isCopyOf(value: PlainMap, refused: ReadonlySet<unknown>): boolean {
  const names = Object.keys(value)
  return Array.from(refused).some(
    (other) =>
      isPlainObject(other) &&
      Object.keys(other).length === names.length &&
      names.every((name) => Object.is(value[name], other[name])),
  )
}
