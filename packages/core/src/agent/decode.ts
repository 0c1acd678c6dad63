import { decodeItems, mismatch, within } from './decoded.ts'
import type { Decoded } from './decoded.ts'
import { goText } from './go-text.ts'
import { isJsonObject, jsonObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'
import { namedFields } from './shape.ts'
import type { Field, MapShape, ScalarShape, Shape, StructShape } from './shape.ts'
import { isList, isMap, toJson } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** Decodes a value as the agent does (go-pipeline `ordered/unmarshal.go`), and prints it again. */
export function decode(value: Value, shape: Shape): Decoded {
  switch (shape.type) {
    case 'own':
      return shape.decode(value)
    case 'optional':
      return value === null ? { json: null } : decode(value, shape.shape)
    case 'list':
      if (value === null) return { json: null }
      return isList(value)
        ? decodeItems(value, (item) => decode(item, shape.item))
        : mismatch('this must be a list', value)
    case 'map':
    case 'struct':
      return decodeMap(value, shape)
    case 'texts':
      if (isList(value)) return decodeItems(value, (item) => decodeScalar(item, 'text'))
      return value === null ? { json: null } : decodeScalar(value, 'texts')
    default:
      return decodeScalar(value, shape.type)
  }
}

function decodeScalar(value: Value, type: ScalarShape['type']): Decoded {
  const json = scalarJson(value, type)
  return json === undefined ? mismatch(`this must be ${wanted[type]}`, value) : { json }
}

function scalarJson(value: Value, type: ScalarShape['type']): Json | undefined {
  const text = goText(value)
  switch (type) {
    case 'text':
      return value === null ? '' : text
    case 'texts':
      return text === undefined ? undefined : [text]
    case 'string':
      return typeof value === 'string' ? value : undefined
    case 'choice':
      return typeof value === 'number' ? undefined : text
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'integer':
      return typeof value === 'bigint' && text !== undefined ? Number(value) : undefined
    case 'anything':
      return toJson(value)
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
  anything: 'anything',
}

function decodeMap(value: Value, shape: MapShape | StructShape): Decoded {
  if (isMap(value)) return printed(decodeEntries(value, shape), shape)
  const entries = shape.fromShort?.(value)
  if (entries !== undefined) return printed(nameless(decodeEntries(new Map(entries), shape)), shape)
  if (value === null && shape.type === 'map' && shape.takesNull) return { json: null }
  return mismatch(`this must be ${shape.wanted ?? 'a mapping'}`, value)
}

function printed(decoded: Decoded<JsonObject>, { print }: MapShape | StructShape): Decoded {
  return 'mismatch' in decoded || print === undefined ? decoded : { json: print(decoded.json) }
}

/** A mismatch as it is seen from a value that stands for a mapping: the mapping's names are not there. */
function nameless(decoded: Decoded<JsonObject>): Decoded<JsonObject> {
  return 'mismatch' in decoded ? { ...decoded, path: decoded.path.slice(1) } : decoded
}

function decodeEntries(map: ValueMap, shape: MapShape | StructShape): Decoded<JsonObject> {
  return shape.type === 'struct' ? decodeStruct(map, shape) : decodeValues(map, shape.value)
}

function decodeValues(map: ValueMap, shape: Shape): Decoded<JsonObject> {
  const entries: [string, Json][] = []
  for (const [name, value] of map) {
    const decoded = within(name, decode(value, shape))
    if ('mismatch' in decoded) return decoded
    entries.push([name, decoded.json])
  }
  return { json: jsonObject(entries) }
}

/** Decodes a mapping with fields; `print` of the shape is left to the caller. */
export function decodeStruct(map: ValueMap, shape: StructShape): Decoded<JsonObject> {
  const named = namedFields(shape, (name) => map.has(name))
  const known: [string, Json][] = []
  for (const field of shape.first === undefined ? shape.fields : [...shape.fields, shape.first]) {
    const name = named.get(field)
    const decoded = name === undefined ? { json: field.absent ?? null } : within(name, decodeField(map, name, field))
    if ('mismatch' in decoded) return decoded
    if (field.absent !== undefined || !isEmpty(decoded.json, field.shape)) known.push([field.name, decoded.json])
  }
  const others = shape.keepsOthers ? otherNames(map, named) : []
  return { json: jsonObject([...others.map((name) => [name, toJson(map.get(name) ?? null)] as const), ...known]) }
}

function decodeField(map: ValueMap, name: string, { shape, unnamed = shape }: Field): Decoded {
  return decode(map.get(name) ?? null, name === '' ? unnamed : shape)
}

/** The names of a mapping that no field takes. */
export function otherNames(map: ValueMap, named: ReadonlyMap<Field, string>): readonly string[] {
  const taken = new Set(named.values())
  return [...map.keys()].filter((name) => !taken.has(name))
}

/** Whether the agent leaves a field out for what it holds. A mapping is empty only where it has no shape of its own. */
function isEmpty(json: Json, { type }: Shape): boolean {
  if (type === 'optional') return json === null
  if (Array.isArray(json)) return json.length === 0
  if (isJsonObject(json)) return type === 'map' && Object.keys(json).length === 0
  return json === null || json === '' || json === 0 || json === false
}
