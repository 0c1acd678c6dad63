import type { Shape } from '../../packages/schema/src/validate/shape.ts'
import { literal } from './literal.ts'
import { type SchemaNode, kindDefinitions, resolve, typeNameOf } from './schema-node.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const copied = [
  'type',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'maxProperties',
] as const

/** The schema without its texts, by name: the kinds and the definitions that they use. */
export function shapes(root: SchemaNode): { readonly [name: string]: Shape } {
  const result: { [name: string]: Shape } = {}
  const refer = (name: string, node: SchemaNode): Shape => {
    if (!(name in result)) {
      result[name] = {}
      result[name] = shapeOf(node)
    }
    return { ref: name }
  }

  const shapeOf = (node: SchemaNode): Shape => {
    const shape: Mutable<Shape> = node.$ref === undefined ? ownShape(node) : { ...follow(node) }
    if (node['x-yaml-only']) shape.yamlOnly = true
    // How text or a number is written goes without saying.
    const [example] = node.examples ?? []
    if (typeof example === 'object') shape.example = literal(example)
    if (node['x-alias-of'] !== undefined) shape.aliasOf = node['x-alias-of']
    return shape
  }

  /** Definitions stay references; a place inside a definition is written out. */
  const follow = (node: SchemaNode): Shape => {
    const name = /^#\/definitions\/(\w+)$/.exec(node.$ref ?? '')?.[1]
    const target = resolve(root, node)
    const isStep = name === 'Step' || name === 'GroupChild' || Object.values(kindDefinitions).includes(name ?? '')
    if (isStep) return { step: true }
    return name === undefined ? shapeOf(target) : refer(typeNameOf(node) ?? name, target)
  }

  const ownShape = (node: SchemaNode): Mutable<Shape> => {
    const shape: Mutable<Shape> = {}
    for (const keyword of copied) if (node[keyword] !== undefined) Object.assign(shape, { [keyword]: node[keyword] })
    if (node['x-marker']) return { marker: true }
    if (node.pattern !== undefined) shape.pattern = node.pattern
    if (node.not?.pattern !== undefined) shape.notPattern = node.not.pattern
    if (node.propertyNames?.pattern !== undefined) shape.namePattern = node.propertyNames.pattern
    const required = (node.required ?? []).filter((name) => !isByHand(root, node.properties?.[name] ?? {}))
    if (required.length > 0) shape.required = required
    if (node['x-required'] !== undefined) shape.authorRequired = node['x-required']
    if (node['x-unless'] !== undefined) shape.unless = node['x-unless']
    if (node.anyOf !== undefined) shape.anyOf = node.anyOf.map(shapeOf)
    if (node.items !== undefined) shape.items = shapeOf(node.items)
    if (node.properties !== undefined) {
      shape.properties = Object.fromEntries(
        Object.entries(node.properties).map(([name, property]) => [name, shapeOf(property)]),
      )
    }
    if (node.additionalProperties !== undefined) {
      shape.additionalProperties =
        typeof node.additionalProperties === 'object' ? shapeOf(node.additionalProperties) : node.additionalProperties
    }
    return shape
  }

  for (const [kind, definition] of Object.entries(kindDefinitions)) {
    refer(kind, resolve(root, { $ref: `#/definitions/${definition}` }))
  }
  return result
}

/** Steps and dependencies are the business of whoever follows them. */
function isByHand(root: SchemaNode, node: SchemaNode): boolean {
  return node['x-by-hand'] === true || resolve(root, node)['x-by-hand'] === true
}
