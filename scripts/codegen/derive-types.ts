import { docComment } from './doc-comment.ts'
import { type SchemaNode, isYamlOnly, resolve, typeNameOf } from './schema-node.ts'

/** A schema for json-schema-to-typescript, which writes `tsType` as it stands. */
export interface TypeNode {
  readonly description?: string
  readonly tsType?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly TypeNode[]
  readonly items?: TypeNode
  readonly properties?: { readonly [name: string]: TypeNode }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | TypeNode
}

interface Place {
  readonly root: SchemaNode
  readonly interpolated: boolean
  /** Called for each definition that becomes a type of its own; returns the type's name. */
  readonly refer: (definition: string, interpolated: boolean) => string
}

const marker: TypeNode = { tsType: 'Interpolated' }

/**
 * Turns every named definition reachable from `roots` into a schema of types: of what the author's functions take, with
 * markers where the agent interpolates; of plain data, where it interpolates nothing.
 */
export function deriveTypes(
  root: SchemaNode,
  roots: readonly string[],
  typeName: (definition: string) => string,
  isInterpolated = true,
): { readonly [name: string]: TypeNode } {
  const seen = new Map<string, boolean>()
  const queue: string[] = []
  const types: { [name: string]: TypeNode } = {}
  const refer = (definition: string, interpolated: boolean): string => {
    const before = seen.get(definition)
    if (before === undefined) queue.push(definition)
    else if (before !== interpolated)
      throw new Error(`schema: ${definition} is used where the agent interpolates and where not`)
    seen.set(definition, interpolated)
    return typeName(definition)
  }
  for (const definition of roots) refer(definition, isInterpolated)
  for (let definition = queue.shift(); definition !== undefined; definition = queue.shift()) {
    const node = resolve(root, { $ref: `#/definitions/${definition}` })
    types[typeName(definition)] = describe(
      node,
      node,
      derive(node, { root, interpolated: seen.get(definition)!, refer }),
    )
  }
  return types
}

function derive(node: SchemaNode, place: Place): TypeNode {
  const here = node['x-interpolated'] === false ? { ...place, interpolated: false } : place
  const name = typeNameOf(node)
  if (name !== undefined) return { tsType: here.refer(name, here.interpolated) }
  if (node.$ref !== undefined) return derive(resolve(here.root, node), here)
  if (node['x-marker'] === true) return marker
  if (node.anyOf !== undefined) return union(alternatives(node.anyOf, here))
  if (node.enum !== undefined) return { enum: node.enum }
  if (Array.isArray(node.type)) return union(node.type.map((type: string) => derive({ type }, here)))
  if (node.type === 'object') return deriveObject(node, here)
  if (node.type === 'array') return { type: 'array', items: derive(node.items ?? {}, here) }
  if (node.type === 'string' && here.interpolated) return union([{ type: 'string' }, marker])
  return typeof node.type === 'string' ? { type: node.type } : {}
}

function alternatives(nodes: readonly SchemaNode[], place: Place): readonly TypeNode[] {
  const offered = nodes.filter((node) => !isYamlOnly(place.root, node))
  const open = offered.some((node) => node.enum !== undefined) && offered.some((node) => node.type === 'string')
  return offered
    .filter((node) => place.interpolated || resolve(place.root, node)['x-marker'] !== true)
    .flatMap((node) => {
      // An open set of words: the known ones are offered, any other is accepted.
      if (!open || node.type !== 'string') return derive(node, place)
      return place.interpolated ? [{ tsType: '(string & {})' }, marker] : { tsType: '(string & {})' }
    })
}

function deriveObject(node: SchemaNode, place: Place): TypeNode {
  if (node.properties === undefined) {
    const values = typeof node.additionalProperties === 'object' ? derive(node.additionalProperties, place) : true
    // Authors leave entries out by undefined.
    const orNone = values === true || !place.interpolated ? values : union([values, { tsType: 'undefined' }])
    const offered = Object.entries(node['x-offered'] ?? {})
    if (offered.length === 0 || values === true) return { type: 'object', additionalProperties: orNone }
    const entries = offered.map(([name, description]) => [name, { ...values, description }])
    return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: orNone }
  }
  const properties: { [name: string]: TypeNode } = {}
  for (const [name, property] of Object.entries(node.properties)) {
    if (property['x-alias-of'] !== undefined || isYamlOnly(place.root, property)) continue
    const target = resolve(place.root, property)
    if (property['x-by-hand'] === true || target['x-by-hand'] === true) continue
    properties[name] = describe(property, target, derive(property, place), name)
  }
  // What is needed unless something else is there is left to the checks: the messages of a union of types are long.
  const demanded = node['x-unless'] === undefined ? (node['x-required'] ?? []) : []
  const required = [...(node.required ?? []), ...demanded].filter((name) => name in properties)
  return { type: 'object', properties, required, additionalProperties: false }
}

function describe(node: SchemaNode, target: SchemaNode, type: TypeNode, name?: string): TypeNode {
  const description = docComment(node.description ?? target.description, node.examples ?? target.examples, name)
  return description === undefined ? type : { ...type, description }
}

function union(types: readonly TypeNode[]): TypeNode {
  const flat = types.flatMap((type) => (type.anyOf === undefined ? type : type.anyOf))
  const distinct = [...new Map(flat.map((type) => [JSON.stringify(type), type])).values()]
  return distinct.length === 1 ? distinct[0]! : { anyOf: distinct.toSorted(markersLast) }
}

function markersLast(a: TypeNode, b: TypeNode): number {
  return Number(a.tsType === marker.tsType) - Number(b.tsType === marker.tsType)
}
