import { goText, typeName } from './go-text.ts'
import { jsonObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'
import type { Path } from './problem.ts'
import { isList, isMap, isTimestamp } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/**
 * How the agent turns a value into a field of its model and prints it again (go-pipeline `ordered/unmarshal.go`).
 * `json` undefined: the field is left out.
 */
export type Decoder = (value: Value, path: Path) => Decoded

export type Decoded = { readonly json: Json | undefined } | Mismatch

/** A value that does not fit; the nearest step is then kept as it is, or the whole document refused. */
export interface Mismatch {
  readonly mismatch: string
  readonly path: Path
}

export interface Field {
  readonly name: string
  /** Older names; the first that is present is taken where `name` is absent. */
  readonly aliases?: readonly string[] | undefined
  readonly decode: Decoder
  /** Printed where no name is present; nothing if undefined. */
  readonly absent?: Json | undefined
}

export const mismatch = (wanted: string, value: Value, path: Path): Mismatch => ({
  mismatch: `${wanted}, not ${typeName(value)}`,
  path,
})

/** A text; other scalars are written as text, null is the empty text. */
export const decodeText: Decoder = (value, path) => {
  const text = value === null ? '' : goText(value)
  return text === undefined ? mismatch('this must be a text or a number', value, path) : { json: text }
}

/** A list of texts; one scalar is a list of one. */
export const decodeTexts: Decoder = (value, path) => {
  if (isList(value)) return decodeList(value, path, decodeText)
  if (value === null) return { json: null }
  const only = decodeText(value, path)
  return 'mismatch' in only
    ? mismatch('this must be a text or a list of texts', value, path)
    : { json: [only.json ?? ''] }
}

/** Every item of a list. */
export const decodeList = (items: readonly Value[], path: Path, decodeItem: Decoder): Decoded => {
  const list: Json[] = []
  for (const [index, item] of items.entries()) {
    const decoded = decodeItem(item, [...path, index])
    if ('mismatch' in decoded) return decoded
    list.push(decoded.json ?? null)
  }
  return { json: list }
}

/** Every value of a mapping with free keys. */
export const decodeEntries = (map: ValueMap, path: Path, decodeEntry: Decoder): Decoded => {
  const entries: [string, Json][] = []
  for (const [key, value] of map) {
    const decoded = decodeEntry(value, [...path, key])
    if ('mismatch' in decoded) return decoded
    entries.push([key, decoded.json ?? null])
  }
  return { json: jsonObject(entries) }
}

/** A mapping with known fields; what no field takes is printed as it is, unless `closed`. */
export const decodeFields = (
  map: ValueMap,
  path: Path,
  fields: readonly Field[],
  closed = false,
): { readonly json: JsonObject; readonly rest: boolean } | Mismatch => {
  const taken = new Set<string>()
  const known: [string, Json][] = []
  for (const field of fields) {
    const key = presentName(map, field)
    if (key !== undefined) taken.add(key)
    const decoded = key === undefined ? { json: field.absent } : field.decode(map.get(key) ?? null, [...path, key])
    if ('mismatch' in decoded) return decoded
    if (decoded.json !== undefined) known.push([field.name, decoded.json])
  }
  const rest = closed
    ? []
    : [...map].filter(([key]) => !taken.has(key)).map(([key, value]) => [key, toJson(value)] as const)
  return { json: jsonObject([...rest, ...known]), rest: rest.length > 0 }
}

// A field without aliases has one empty alias in the agent: strings.Split("", ",") gives one empty text.
const presentName = (map: ValueMap, field: Field): string | undefined =>
  [field.name, ...(field.aliases ?? [''])].find((name) => map.has(name))

/** The JSON that the agent prints for a value that it does not look into. */
export const toJson = (value: Value): Json => {
  if (typeof value === 'bigint') return Number(value)
  if (isList(value)) return value.map(toJson)
  if (isMap(value)) return jsonObject([...value].map(([key, item]) => [key, toJson(item)]))
  return isTimestamp(value) ? value.timestamp : value
}

/** Leaves a field out where it is the empty text. */
export const unlessEmpty =
  (decode: Decoder): Decoder =>
  (value, path) => {
    const decoded = decode(value, path)
    if ('mismatch' in decoded) return decoded
    return isEmpty(decoded.json) ? { json: undefined } : decoded
  }

/** Leaves a field out where it is null. */
export const unlessNull =
  (decode: Decoder): Decoder =>
  (value, path) =>
    value === null ? { json: undefined } : decode(value, path)

const isEmpty = (json: Json | undefined): boolean =>
  json === undefined || json === null || (typeof json === 'object' ? Object.keys(json).length === 0 : json === '')
