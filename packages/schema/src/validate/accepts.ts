import { isInterpolated } from '../interpolated.ts'
import { follow } from './expected.ts'
import type { Place } from './place.ts'
import type { Shape } from './shape.ts'
import { isPlainObject } from '../plain-map.ts'

/** Whether a value is of a shape's own type; what is inside it is not looked at. */
export function accepts(reference: Shape, value: unknown, place: Place): boolean {
  const shape = follow(reference)
  if (shape.anyOf !== undefined) return branchesFor(shape.anyOf, place).some((branch) => accepts(branch, value, place))
  if (isInterpolated(value)) return takesMarker(shape)
  // An author's text is literal: only a marker stands for a number or a boolean.
  if (shape.marker) return place.spelling === 'wire' && typeof value === 'string' && value.includes('$')
  if (shape.step) return typeof value === 'string' || isPlainObject(value)
  if (shape.enum !== undefined) return shape.enum.some((word) => typeof word === typeof value)
  if (shape.type === undefined) return true
  return typeof shape.type === 'string' ? isOfType(shape.type, value) : shape.type.some((type) => isOfType(type, value))
}

/** The alternatives that count: the compiler knows nothing of those that are only understood in YAML. */
export function branchesFor(branches: readonly Shape[], { spelling }: Place): readonly Shape[] {
  if (spelling !== 'typed') return branches
  return branches.filter((branch) => branch.yamlOnly !== true && follow(branch).yamlOnly !== true)
}

/** Whether a value filled in by the agent may stand here; which places it fills in is not asked. */
export function takesMarker(reference: Shape): boolean {
  const shape = follow(reference)
  if (shape.anyOf !== undefined) return shape.anyOf.some((branch) => takesMarker(branch))
  if (shape.step) return false
  if (shape.marker || shape.enum !== undefined || shape.type === undefined) return true
  return [shape.type].flat().some((type) => type !== 'array' && type !== 'object' && type !== 'null')
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isPlainObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
