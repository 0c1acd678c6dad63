import type { Field, Shape, StructShape } from './shape.ts'
import type { ValueMap } from './value.ts'

/**
 * Whether a field is looked for under the empty name too. The agent splits its list of aliases at commas, which makes one
 * empty name of no aliases (docs/spec/pipeline.md §2.6).
 */
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

/** What a field takes under one of its names. */
export function shapeUnder({ shape, unnamed = shape }: Field, name: string): Shape {
  return name === '' ? unnamed : shape
}
