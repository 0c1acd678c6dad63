import { isInterpolated } from '../interpolated.ts'
import { accepts, branchesFor, takesMarker } from './accepts.ts'
import { follow } from './expected.ts'
import { inspectNumber, inspectText, inspectWord, limit, mismatch, refusedWord } from './inspect-scalar.ts'
import { isOffered, missingName, unknownName } from './names.ts'
import { isPlainObject, type PlainMap } from '../plain-map.ts'
import { type Place, inside, nameOf, pathOf } from './place.ts'
import type { Problem } from './problem.ts'
import type { Properties, Shape } from './shape.ts'
import { either } from './word.ts'

/** Most values are right, and a list for each of them would cost more than looking at them. */
const none: readonly Problem[] = []

/** The mistakes of a value that ought to have a shape, one for one mistake. */
export function inspect(reference: Shape, value: unknown, place: Place): readonly Problem[] {
  const shape = follow(reference)
  if (value === undefined) return none
  if (isInterpolated(value)) return takesMarker(shape) ? none : [mismatch(shape, value, place)]
  // A step inside is held against its own kind by whoever knows it.
  if (shape.step) return accepts(shape, value, place) ? none : [mismatch(shape, value, place)]
  if (shape.anyOf !== undefined) return inspectUnion(shape, branchesFor(shape.anyOf, place), value, place)
  if (shape.enum !== undefined) return inspectWord(shape, value, place)
  // Anything goes, such as a plugin's configuration; whether it can be sent is asked elsewhere.
  if (shape.type === undefined) return none
  if (!accepts(shape, value, place)) return [mismatch(shape, value, place)]
  if (typeof value === 'string') return inspectText(shape, value, place)
  if (typeof value === 'number') return inspectNumber(shape, value, place)
  if (Array.isArray(value)) return inspectList(shape, value, place)
  return isPlainObject(value) ? inspectObject(shape, value, place) : none
}

/** Several shapes are allowed: the one meant is settled first, and its mistakes alone are told. */
function inspectUnion(union: Shape, branches: readonly Shape[], value: unknown, place: Place): readonly Problem[] {
  const fitting = branches.filter((branch) => accepts(branch, value, place))
  const [only] = fitting
  if (only === undefined) return [mismatch(union, value, place)]
  if (fitting.length > 1 && isPlainObject(value)) return inspectAlternatives(fitting.map(follow), value, place)
  const found = inspect(only, value, place)
  if (found.length === 0 || fitting.slice(1).some((branch) => inspect(branch, value, place).length === 0)) return none
  const depth = pathOf(place).length
  return found.map((problem) => (isRefusal(problem, depth) ? refusedWord(union, fitting, value, place) : problem))
}

/** Whether the value itself is refused, rather than something inside it. */
function isRefusal({ kind, path }: Problem, depth: number): boolean {
  return (kind === 'value' || kind === 'type') && path.length === depth
}

/** Objects told apart by their properties: the most of them decide. */
function inspectAlternatives(shapes: readonly Shape[], value: PlainMap, place: Place): readonly Problem[] {
  const isShared = (name: string): boolean => shapes.every(({ properties = {} }) => Object.hasOwn(properties, name))
  const own = Object.keys(value).filter((name) => !isShared(name))
  const score = ({ properties = {} }: Shape): number => own.filter((name) => Object.hasOwn(properties, name)).length
  const best = Math.max(...shapes.map(score))
  if (best === 0) return [strangeAlternative(shapes, own[0], isShared, place)]
  const likeliest = shapes.filter((shape) => score(shape) === best).map((shape) => inspectObject(shape, value, place))
  return likeliest.toSorted((a, b) => a.length - b.length)[0] ?? none
}

/** An object without any property that would tell which of the shapes is meant. */
function strangeAlternative(
  shapes: readonly Shape[],
  name: string | undefined,
  isShared: (name: string) => boolean,
  place: Place,
): Problem {
  const all: Properties = Object.assign({}, ...shapes.map(({ properties }) => properties))
  const expected = either(Object.keys(all).filter((known) => !isShared(known)))
  if (name !== undefined) return { ...unknownName(name, all, place), expected }
  return { path: pathOf(place), kind: 'missing', message: `${nameOf(place)} lacks one of ${expected}`, expected }
}

function inspectList(shape: Shape, list: readonly unknown[], place: Place): readonly Problem[] {
  const { minItems = 0, maxItems = Infinity, items = {} } = shape
  if (list.length < minItems) return [limit(place, 'is empty', `at least ${minItems} item`)]
  if (list.length > maxItems) return [limit(place, `has ${list.length} items`, `at most ${maxItems}`)]
  const repeated = shape.uniqueItems ? list.findIndex((item, index) => list.indexOf(item) !== index) : -1
  if (repeated !== -1) return [limit(inside(place, repeated), 'is there twice', 'each item once')]
  return list.flatMap((item, index) => {
    const itemPlace = inside(place, index)
    return item === undefined ? mismatch(items, item, itemPlace) : inspect(items, item, itemPlace)
  })
}

function inspectObject(shape: Shape, value: PlainMap, place: Place): readonly Problem[] {
  const { properties, namePattern, maxProperties = Infinity } = shape
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  if (names.length > maxProperties) return [limit(place, `has ${names.length} entries`, `at most ${maxProperties}`)]
  // What Buildkite ignores is most likely a mistake where an author writes it.
  const isClosed = shape.additionalProperties === false || (place.spelling !== 'wire' && properties !== undefined)
  const others = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : {}
  const problems: Problem[] = []
  for (const name of names) {
    const known = properties !== undefined && isOffered(properties, name, place)
    if (!known && isClosed) problems.push(unknownName(name, properties ?? {}, place))
    else problems.push(...inspect(known ? properties[name]! : others, value[name], inside(place, name)))
    if (namePattern !== undefined) problems.push(...inspectText({ pattern: namePattern }, name, inside(place, name)))
  }
  const missing = requiredNames(shape, names, place).flatMap((name) => missingName(name, problems, place))
  // An object without any name of the shape is something else, rather than one with many mistakes.
  const isOther = place.parent !== undefined && names.every((name) => !Object.hasOwn(properties ?? {}, name))
  return isOther && missing.length > 0 ? missing : [...problems, ...missing]
}

/** What is not there and must be. A step's first attribute is required of authors; YAML has other ways to name a kind. */
function requiredNames(
  { required = [], authorRequired = [], unless }: Shape,
  names: readonly string[],
  place: Place,
): readonly string[] {
  const ofAuthors =
    place.spelling !== 'wire' && place.parent === undefined && (unless === undefined || !names.includes(unless))
  return (ofAuthors ? [...required, ...authorRequired] : required).filter((name) => !names.includes(name))
}
