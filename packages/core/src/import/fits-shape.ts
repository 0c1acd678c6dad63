import { attributeShapes, isInterpolated } from '@kitewright/schema'
import type { AttributeShape } from '@kitewright/schema'

/** Whether the compiler takes a value for an attribute's type. */
export function fitsShape(value: unknown, shape: AttributeShape): boolean {
  if (shape.tsType !== undefined) return fitsType(value, shape.tsType)
  if (shape.anyOf !== undefined) return shape.anyOf.some((alternative) => fitsShape(value, alternative))
  if (shape.enum !== undefined) return shape.enum.includes(value)
  switch (shape.type) {
    case undefined:
      return true
    case 'null':
      return value === null
    case 'integer':
      return typeof value === 'number'
    case 'array':
      return Array.isArray(value) && value.every((item) => fitsShape(item, shape.items ?? {}))
    case 'object':
      return isPlain(value) && fitsObject(value, shape)
    default:
      return typeof value === shape.type
  }
}

function fitsType(value: unknown, type: string): boolean {
  if (type === 'Interpolated') return isInterpolated(value)
  if (type === '(string & {})') return typeof value === 'string'
  return fitsShape(value, attributeShapes[type] ?? {})
}

function fitsObject(value: Readonly<Record<string, unknown>>, shape: AttributeShape): boolean {
  const { properties = {}, required = [], additionalProperties = true } = shape
  if (!required.every((name) => Object.hasOwn(value, name))) return false
  return Object.entries(value).every(([name, item]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (property !== undefined) return fitsShape(item, property)
    return typeof additionalProperties === 'boolean' ? additionalProperties : fitsShape(item, additionalProperties)
  })
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isInterpolated(value)
}
