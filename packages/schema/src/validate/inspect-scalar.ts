import { soleSuggestion, suggest } from '../suggest.ts'
import { expectedWords, follow } from './expected.ts'
import { type Place, nameOf, pathOf } from './place.ts'
import type { Problem } from './problem.ts'
import type { Shape } from './shape.ts'
import { wordFor } from './word.ts'

/** A value of a type that does not fit. */
export function mismatch(shape: Shape, value: unknown, place: Place): Problem {
  const expected = expectedWords(shape)
  const message = `${nameOf(place)} is ${wordFor(value)}, expected ${expected}`
  return { path: pathOf(place), kind: 'type', message, expected, example: shape.example }
}

/** A word that is none of those allowed. */
export function inspectWord(shape: Shape, value: unknown, place: Place): readonly Problem[] {
  return shape.enum?.includes(value) === true ? [] : [refusedWord(shape, [shape], value, place)]
}

/** The same where other shapes are allowed beside the words. */
export function refusedWord(shape: Shape, branches: readonly Shape[], value: unknown, place: Place): Problem {
  const words = branches
    .filter((branch) => branch.yamlOnly !== true)
    .flatMap((branch) => follow(branch).enum ?? [])
    .filter((word): word is string => typeof word === 'string' && word !== '*')
  const problem = mismatch(shape, value, place)
  if (typeof value !== 'string' || words.length === 0) return problem
  const suggestion = suggest(value, words)
  const isSure = suggestion !== undefined && suggestion === soleSuggestion(value, words)
  return { ...problem, kind: 'value', suggestion, isSure }
}

/** Text that is too short or long, or not of the form required. */
export function inspectText(shape: Shape, text: string, place: Place): readonly Problem[] {
  const { minLength = 0, maxLength = Infinity, pattern, notPattern } = shape
  if (text.length < minLength) return [limit(place, 'is empty', 'some text')]
  // Code points, as JSON Schema counts them.
  const { length } = [...text]
  if (length > maxLength) return [limit(place, `has ${length} characters`, `at most ${maxLength}`)]
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text))
    return [malformed(place, text, 'holds characters that are not allowed')]
  if (notPattern !== undefined && new RegExp(notPattern, 'u').test(text))
    return [malformed(place, text, 'looks like a UUID')]
  return []
}

/** A number that is too small or large. */
export function inspectNumber(shape: Shape, value: number, place: Place): readonly Problem[] {
  const { minimum = -Infinity, maximum = Infinity } = shape
  if (value < minimum) return [limit(place, `is ${value}`, `at least ${minimum}`)]
  return value > maximum ? [limit(place, `is ${value}`, `at most ${maximum}`)] : []
}

/** Too little, too much, too long or too many. */
export function limit(place: Place, found: string, expected: string): Problem {
  return { path: pathOf(place), kind: 'limit', message: `${nameOf(place)} ${found}, expected ${expected}`, expected }
}

function malformed(place: Place, text: string, found: string): Problem {
  const message = `${nameOf(place)} ${JSON.stringify(text)} ${found}`
  return { path: pathOf(place), kind: 'pattern', message, expected: 'another name' }
}
