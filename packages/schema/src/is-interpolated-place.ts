import { literalPlaces, type LiteralPlace } from './generated/interpolated-places.ts'
import type { StepKind } from './generated/step-kind.ts'

/**
 * Whether the uploading agent replaces `$NAME` in text at a place (docs/spec/upload.md §4.3).
 *
 * @param kind The kind of step, or `pipeline` for what stands beside `steps`.
 * @param path From the step or the pipeline to the text. A group's children are steps of their own.
 * @example isInterpolatedPlace('command', ['secrets', 0]) // false: names of secrets are literal
 */
export function isInterpolatedPlace(kind: StepKind | 'pipeline', path: readonly (string | number)[]): boolean {
  return !literalPlaces[kind].some((place) => contains(place, path))
}

function contains(place: LiteralPlace, path: readonly (string | number)[]): boolean {
  const begins = place.path.every((part, index) =>
    part === '*' ? typeof path[index] === 'number' : part === path[index],
  )
  if (!begins || place.except === undefined) return begins
  const next = path[place.path.length]
  return typeof next === 'string' && !place.except.includes(next)
}
