import { goText } from './go-text.ts'
import { isJsonObject, jsonObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'
import { namedFields, otherNames, shapeUnder } from './named-fields.ts'
import { longForm } from './shape.ts'
import type { Field, MapShape, Shape, StructShape } from './shape.ts'
import { isList, toJson } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** What the agent prints for a value that fits. */
export function print(value: Value, shape: Shape): Json {
  switch (shape.type) {
    case 'own':
      return shape.print(value)
    case 'optional':
      return value === null ? null : print(value, shape.shape)
    case 'list':
      return isList(value) ? value.map((item) => print(item, shape.item)) : null
    case 'map':
    case 'struct':
      return printMap(value, shape)
    case 'texts':
      if (isList(value)) return value.map(printText)
      return value === null ? null : [printText(value)]
    case 'text':
    case 'choice':
      return printText(value)
    default:
      return toJson(value)
  }
}

function printText(value: Value): string {
  return goText(value) ?? ''
}

function printMap(value: Value, shape: MapShape | StructShape): Json {
  const map = longForm(value, shape)
  if (map === undefined) return null
  const json = shape.type === 'struct' ? printFields(map, shape) : printValues(map, shape.value)
  return shape.print === undefined ? json : shape.print(json)
}

function printValues(map: ValueMap, shape: Shape): JsonObject {
  return jsonObject([...map].map(([name, value]) => [name, print(value, shape)] as const))
}

/** What is printed of a mapping with fields. `print` of its shape is left to the caller. */
export function printFields(map: ValueMap, struct: StructShape): JsonObject {
  const named = new Map(namedFields(struct, map))
  const others = struct.keepsOthers ? otherNames(map, struct) : []
  return jsonObject([
    ...others.map((name) => [name, toJson(map.get(name) ?? null)] as const),
    ...struct.fields.flatMap((field) => printField(map, field, named.get(field))),
  ])
}

function printField(map: ValueMap, field: Field, name: string | undefined): readonly (readonly [string, Json])[] {
  const { absent, shape } = field
  const json = name === undefined ? (absent ?? null) : print(map.get(name) ?? null, shapeUnder(field, name))
  return absent === undefined && isEmpty(json, shape) ? [] : [[field.name, json]]
}

/** Whether the agent takes a field for empty: one that is optional only where it is null, a struct never. */
function isEmpty(json: Json, { type }: Shape): boolean {
  if (type === 'optional') return json === null
  if (Array.isArray(json)) return json.length === 0
  if (isJsonObject(json)) return type === 'map' && Object.keys(json).length === 0
  return json === null || json === '' || json === 0 || json === false
}
