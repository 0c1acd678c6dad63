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

/** The mapping that a value is or stands for; undefined if it is neither. */
export function longForm(value: Value, { fromShort }: MapForms): ValueMap | undefined {
  if (isMap(value)) return value
  const entries = fromShort?.(value)
  return entries && new Map(entries)
}
