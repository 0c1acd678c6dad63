import type { Json, JsonObject } from './json.ts'
import type { Mismatch } from './mismatch.ts'
import { isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** What the agent takes at one place of a pipeline, and how it prints it: a type of its model (go-pipeline). */
export type Shape = AnyShape | ScalarShape | ListShape | MapShape | StructShape | OptionalShape | OwnShape

/**
 * - `text`: any scalar, printed as a text; null is the empty text
 * - `texts`: a list of such texts; one scalar is a list of one, null is printed as null
 * - `string`: a text only
 * - `choice`: a text, a boolean or an integer, printed as a text
 * - `boolean`, `integer`: what their names say
 */
export interface ScalarShape {
  readonly type: 'text' | 'texts' | 'string' | 'choice' | 'boolean' | 'integer'
}

/** What is there, printed as it is. */
export interface AnyShape {
  readonly type: 'anything'
}

/** A list; null is printed as null. */
export interface ListShape {
  readonly type: 'list'
  readonly item: Shape
}

/** A mapping with free names. */
export interface MapShape extends MapForms {
  readonly type: 'map'
  readonly value: Shape
  /** Whether the agent forgets the order of the entries, in a Go map. */
  readonly isUnordered: boolean
  /** Whether null is printed as null; otherwise it is refused. */
  readonly takesNull: boolean
}

/** A mapping with fields that the agent knows. */
export interface StructShape extends MapForms {
  readonly type: 'struct'
  /** In the order of printing: of two that are printed under one name, the last counts. */
  readonly fields: readonly Field[]
  /** The field that is looked for before the others, which do not see the name that it took. */
  readonly first?: Field
  /** Whether what no field takes is held in a Go map, and printed as it is; otherwise it is dropped. */
  readonly keepsOthers: boolean
}

/** Null, which is printed as null, or what `shape` takes: a pointer in the agent's model. */
export interface OptionalShape {
  readonly type: 'optional'
  readonly shape: Shape
}

/** A place that the agent reads by rules of its own. */
export interface OwnShape {
  readonly type: 'own'
  readonly findMismatch: (value: Value) => Mismatch | undefined
  /** What is printed of a value that fits. */
  readonly print: (value: Value) => Json
  /** Whether the mappings in it are Go maps; otherwise they are kept in no mapping. */
  readonly isUnordered: boolean
  /** Whether a mapping there must not have the empty name. */
  readonly refusesEmptyName?: true
}

/** Other forms of a mapping. */
interface MapForms {
  /** The only entry, or none, of the mapping that a value in a short form stands for. Returns undefined for others. */
  readonly fromShort?: (value: Value) => readonly (readonly [name: string, value: Value])[] | undefined
  /** What a message calls the values that are taken; a mapping unless given. */
  readonly wanted?: string
  /** What the agent prints for the mapping, if it prints something else. */
  readonly print?: (map: JsonObject) => Json
}

/** A field of a struct. The agent leaves it out where it is empty, unless `absent` is given. */
export interface Field {
  /** The name under which it is printed. */
  readonly name: string
  /** The names that are looked for: the first that is there counts. */
  readonly names: readonly string[]
  readonly shape: Shape
  /** What is printed where the field is not there. */
  readonly absent?: Json
  /** What the field takes under the empty name, if that is something else. */
  readonly unnamed?: Shape
}

/** Whether a field is looked for under the empty name too: without aliases, the agent takes the empty list for one. */
export function hasEmptyName({ names }: Field): boolean {
  return names.length === 1
}

/** The fields that a mapping has, each with the name under which it has it. */
export function namedFields({ first, fields }: StructShape, map: Names): readonly (readonly [Field, string])[] {
  const emptyName = map.has('') ? '' : undefined
  const taken = first && usedName(map, first)
  const named: (readonly [Field, string])[] = []
  for (const field of fields) {
    const used = field === first ? taken : usedName(map, field, taken)
    const name = used ?? (hasEmptyName(field) ? emptyName : undefined)
    if (name !== undefined) named.push([field, name])
  }
  return named
}

/** What knows the names of a mapping. */
interface Names {
  has(name: string): boolean
}

function usedName(map: Names, { names }: Field, taken?: string): string | undefined {
  for (const name of names) if (name !== taken && map.has(name)) return name
  return undefined
}

/** The names of a mapping that no field takes. */
export function otherNames(map: ValueMap, struct: StructShape): readonly string[] {
  const taken = new Set(namedFields(struct, map).map(([, name]) => name))
  return [...map.keys()].filter((name) => !taken.has(name))
}

/** The mapping that a value is or stands for; undefined if it is neither. */
export function longForm(value: Value, { fromShort }: MapForms): ValueMap | undefined {
  if (isMap(value)) return value
  const entries = fromShort?.(value)
  return entries && new Map(entries)
}

/** What a field takes under one of its names. */
export function shapeUnder({ shape, unnamed = shape }: Field, name: string): Shape {
  return name === '' ? unnamed : shape
}
