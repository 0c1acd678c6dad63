import { interpolatedText, isInterpolated, isPlainObject, type PlainMap } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { NestedPipeline } from './flatten.ts'
import { problem } from './problem.ts'

/** What pipelines in the lists of another say of the whole build, unless the other says the same. */
export function* nestedProblems(nested: readonly NestedPipeline[], around: PlainMap): Iterable<Diagnostic> {
  for (const { written, ...place } of nested) {
    for (const [name, value] of Object.entries(written)) {
      if (name === 'steps' || name === 'raw' || value === undefined || isSame(value, around[name])) continue
      const isThere = around[name] !== undefined
      yield problem('KW1020', place, [name], {
        message: `a pipeline in a list of steps has "${name}" of its own${isThere ? ', and not the same as the pipeline around it' : ''}`,
        why: 'it holds for the whole build, and one build has one of it',
        hint: isThere
          ? `make both the same, or take it out here`
          : `write it in the pipeline around it: definePipeline({ ${name}: …, steps: [ … ] })`,
      })
    }
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isInterpolated(one) && isInterpolated(other)) return one[interpolatedText] === other[interpolatedText]
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isPlainObject(one) || !isPlainObject(other)) return false
  const names = Reflect.ownKeys(one)
  const values = other as Readonly<Record<PropertyKey, unknown>>
  return (
    names.length === Reflect.ownKeys(other).length &&
    names.every((name) => isSame((one as typeof values)[name], values[name]))
  )
}
