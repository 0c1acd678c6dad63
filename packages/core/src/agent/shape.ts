import type { Decoded } from './decoded.ts'
import type { Json, JsonObject } from './json.ts'
import type { Value } from './value.ts'

/** What the agent takes at one place of a pipeline, and how it prints it: a type of its model (go-pipeline). */
export type Shape = ScalarShape | ListShape | MapShape | StructShape | OptionalShape | OwnShape

/**
 * - `text`: any scalar, printed as a text; null is the empty text
 * - `texts`: a list of such texts; one scalar is a list of one, null is printed as null
 * - `string`: a text only
 * - `choice`: a text, a boolean or an integer, printed as a text
 * - `boolean`, `integer`: what their names say
 * - `anything`: what is there, printed as it is
 */
export interface ScalarShape {
  readonly type: 'text' | 'texts' | 'string' | 'choice' | 'boolean' | 'integer' | 'anything'
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
  /** A field that is looked for before the others, which do not see the name that it took, and printed in their place. */
  readonly first?: Field
  readonly fields: readonly Field[]
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
  readonly decode: (value: Value) => Decoded
  /** Whether the mappings in it are Go maps. */
  readonly isUnordered: boolean
}

/** Other forms of a mapping. */
interface MapForms {
  /** The one entry, or none, of the mapping that a value stands for; undefined for a value that stands for no mapping. */
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

/** Whether the agent takes the empty name for a field's: it splits the list of aliases, which makes one empty one of none. */
export function hasEmptyName({ names }: Field): boolean {
  return names.length === 1
}

/** The fields that a mapping has, each with the name under which it has it. */
export function namedFields(
  { first, fields }: StructShape,
  has: (name: string) => boolean,
): ReadonlyMap<Field, string> {
  const named = new Map<Field, string>()
  const taken = first?.names.find(has)
  if (first !== undefined && taken !== undefined) named.set(first, taken)
  for (const field of fields) {
    const name = field.names.find((candidate) => candidate !== taken && has(candidate))
    if (name !== undefined) named.set(field, name)
    else if (hasEmptyName(field) && has('')) named.set(field, '')
  }
  return named
}
