import { isInterpolated } from '../interpolated.ts'
import { type Place, inside, nameOf, pathOf } from './place.ts'
import type { Problem } from './problem.ts'
import { isPlainObject, wordFor } from './word.ts'

/** Values that are nobody's business but the plugin's: anything that JSON can hold. */
export function inspectOpen(value: unknown, place: Place, ancestors: readonly object[] = []): readonly Problem[] {
  if (value === undefined || value === null || isInterpolated(value)) return []
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return []
  if (typeof value !== 'object') return [notJson(wordFor(value), place)]
  if (ancestors.includes(value)) return [notJson('an object that contains itself', place)]
  const above = [...ancestors, value]
  if (Array.isArray(value)) return value.flatMap((item, index) => inspectOpen(item, inside(place, index), above))
  if (!isPlainObject(value)) return [notJson(wordFor(value), place)]
  return Object.entries(value).flatMap(([name, item]) => inspectOpen(item, inside(place, name), above))
}

function notJson(found: string, place: Place): Problem {
  const expected = 'what JSON can hold'
  return { path: pathOf(place), kind: 'type', message: `${nameOf(place)} is ${found}, expected ${expected}`, expected }
}
