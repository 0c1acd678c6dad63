import { goText } from './go-text.ts'
import { mismatch, mismatchAmong, within } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { namedFields, shapeUnder } from './named-fields.ts'
import { longForm } from './shape.ts'
import type { MapShape, ScalarShape, Shape, StructShape } from './shape.ts'
import { isList } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** What keeps the agent from taking a value (go-pipeline `ordered/unmarshal.go`). Returns undefined if it fits. */
export function findMismatch(value: Value, shape: Shape): Mismatch | undefined {
  switch (shape.type) {
    case 'anything':
      return undefined
    case 'own':
      return shape.findMismatch(value)
    case 'optional':
      return value === null ? undefined : findMismatch(value, shape.shape)
    case 'list':
      if (isList(value)) return mismatchAmong(value, (item) => findMismatch(item, shape.item))
      return value === null ? undefined : mismatch('this must be a list', value)
    case 'map':
    case 'struct':
      return mismatchInMap(value, shape)
    case 'texts':
      if (isList(value)) return mismatchAmong(value, (item) => mismatchInScalar(item, 'text'))
      return mismatchInScalar(value, 'texts')
    default:
      return mismatchInScalar(value, shape.type)
  }
}

function mismatchInScalar(value: Value, type: ScalarShape['type']): Mismatch | undefined {
  return takes(value, type) ? undefined : mismatch(`this must be ${wanted[type]}`, value)
}

function takes(value: Value, type: ScalarShape['type']): boolean {
  switch (type) {
    case 'text':
    case 'texts':
      return value === null || goText(value) !== undefined
    case 'string':
      return typeof value === 'string'
    case 'choice':
      return typeof value !== 'number' && goText(value) !== undefined
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return typeof value === 'bigint' && goText(value) !== undefined
  }
}

/** What a message calls the values that a shape takes. */
const wanted: { readonly [type in ScalarShape['type']]: string } = {
  text: 'a text or a number',
  texts: 'a text or a list of texts',
  string: 'a text',
  choice: 'a text, an integer, true or false',
  boolean: 'true or false',
  integer: 'an integer',
}

function mismatchInMap(value: Value, shape: MapShape | StructShape): Mismatch | undefined {
  const map = longForm(value, shape)
  if (map === undefined) {
    if (value === null && shape.type === 'map' && shape.takesNull) return undefined
    return mismatch(`this must be ${shape.wanted ?? 'a mapping'}`, value)
  }
  const found = mismatchInEntries(map, shape)
  // A short form does not have the name of the only entry.
  return found === undefined || map === value ? found : { ...found, path: found.path.slice(1) }
}

function mismatchInEntries(map: ValueMap, shape: MapShape | StructShape): Mismatch | undefined {
  if (shape.type === 'struct') return mismatchInFields(map, shape)
  for (const name of map.keys()) {
    const found = findMismatch(map.get(name) ?? null, shape.value)
    if (found !== undefined) return within(name, found)
  }
  return undefined
}

/** What keeps the agent from taking a mapping with fields. */
export function mismatchInFields(map: ValueMap, struct: StructShape): Mismatch | undefined {
  for (const [field, name] of namedFields(struct, map)) {
    const found = findMismatch(map.get(name) ?? null, shapeUnder(field, name))
    if (found !== undefined) return within(name, found)
  }
  return undefined
}
