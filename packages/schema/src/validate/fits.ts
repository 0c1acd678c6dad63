import { isInterpolated } from '../interpolated.ts'
import { shapes } from '../generated/shapes.ts'
import type { StepKind } from '../generated/step-kind.ts'
import { follow } from './expected.ts'
import type { Shape } from './shape.ts'
import { isPlainObject } from './word.ts'

/**
 * Whether a step or pipeline, as an author writes it, is beyond doubt of its kind. Most are, and this answer costs little;
 * where it is no, `validateStep` or `validatePipeline` says what is wrong, if anything.
 *
 * @example fits('command', { command: 'make', timeout_in_minutes: 5 }) // true
 */
export function fits(kind: StepKind | 'pipeline', value: unknown): boolean {
  const { authorRequired = [], unless, ...shape } = shapes[kind]!
  if (!isPlainObject(value) || !fitsProperties(shape, value)) return false
  const isOther = unless !== undefined && value[unless] !== undefined
  return isOther || authorRequired.every((name) => value[name] !== undefined)
}

function fitsShape(reference: Shape, value: unknown): boolean {
  const shape = follow(reference)
  if (shape.anyOf !== undefined) return fitsAny(shape.anyOf, value)
  if (shape.enum !== undefined) return shape.enum.includes(value)
  switch (typeof value) {
    case 'string':
      return isOfType(shape, 'string') && fitsText(shape, value)
    case 'number':
      return fitsNumber(shape, value)
    case 'boolean':
      return isOfType(shape, 'boolean')
    case 'object':
      return value === null ? isOfType(shape, 'null') : fitsObject(shape, value)
    default:
      return false
  }
}

/** Objects that several shapes could mean are for `inspect` to tell apart. */
function fitsAny(branches: readonly Shape[], value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isObject && branches.filter(takesObjects).length !== 1) return false
  return branches.some((branch) => fitsShape(branch, value))
}

function takesObjects(reference: Shape): boolean {
  const shape = follow(reference)
  if (shape.anyOf !== undefined) return shape.anyOf.some(takesObjects)
  return shape.step === true || (shape.enum === undefined && isOfType(shape, 'object'))
}

function fitsObject(shape: Shape, value: object): boolean {
  if (isInterpolated(value) || shape.marker || shape.step) return false
  if (Array.isArray(value)) return isOfType(shape, 'array') && fitsList(shape, value)
  return isOfType(shape, 'object') && isPlainObject(value) && fitsProperties(shape, value)
}

function fitsList({ minItems = 0, maxItems = Infinity, uniqueItems, items }: Shape, list: readonly unknown[]): boolean {
  if (list.length < minItems || list.length > maxItems || uniqueItems) return false
  return items === undefined ? !list.includes(undefined) : list.every((item) => fitsShape(items, item))
}

function fitsProperties(shape: Shape, value: Readonly<Record<string, unknown>>): boolean {
  const { properties, additionalProperties, required, namePattern, maxProperties } = shape
  const names = Object.keys(value)
  if (namePattern !== undefined || (maxProperties !== undefined && names.length > maxProperties)) return false
  if (required?.some((name) => value[name] === undefined)) return false
  for (const name of names) {
    const item = value[name]
    if (item === undefined) continue
    const known = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined
    if (known === undefined) {
      if (properties !== undefined || additionalProperties === false) return false
      if (typeof additionalProperties === 'object' && !fitsShape(additionalProperties, item)) return false
    } else if (known.aliasOf !== undefined || !fitsShape(known, item)) return false
  }
  return true
}

function fitsText({ minLength = 0, maxLength = Infinity, pattern, notPattern }: Shape, text: string): boolean {
  return text.length >= minLength && text.length <= maxLength && pattern === undefined && notPattern === undefined
}

function fitsNumber(shape: Shape, value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity } = shape
  const isRightType = isOfType(shape, 'number') || (isOfType(shape, 'integer') && Number.isInteger(value))
  return isRightType && value >= minimum && value <= maximum
}

/** Anything goes where no type is named, such as in a plugin's configuration. */
function isOfType({ type, marker, step }: Shape, wanted: string): boolean {
  if (type === undefined) return !marker && !step
  return typeof type === 'string' ? type === wanted : type.includes(wanted)
}
