import { type SchemaNode, kindDefinitions, resolve } from './schema-node.ts'

/** A place whose text the agent does not interpolate: a path from the step, `*` for any index. */
export interface LiteralPlace {
  readonly path: readonly string[]
  /** Keys below the path that are interpolated all the same. */
  readonly except?: readonly string[]
}

type ByKind<T> = { readonly [kind: string]: T }

/** Attributes by kind, in the order in which they are printed; aliases left out. */
export function fieldOrder(root: SchemaNode): ByKind<readonly string[]> {
  return byKind(root, (properties) =>
    Object.keys(properties).filter((name) => !isAlias(properties[name]!) && properties[name]!['x-yaml-only'] !== true),
  )
}

/** All attributes by kind that Buildkite understands. */
export function attributeNames(root: SchemaNode): ByKind<readonly string[]> {
  return byKind(root, (properties) => Object.keys(properties))
}

/** Other spellings by kind, each with the attribute that it stands for. */
export function attributeAliases(root: SchemaNode): ByKind<{ readonly [alias: string]: string }> {
  return byKind(root, (properties) =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([, property]) => isAlias(property))
        .map(([name, property]) => [name, property['x-alias-of']!]),
    ),
  )
}

/** The places by kind whose text the agent leaves as it is. */
export function literalPlaces(root: SchemaNode): ByKind<readonly LiteralPlace[]> {
  return byKind(root, (properties) =>
    Object.entries(properties)
      .filter(([, property]) => !isAlias(property))
      .flatMap(([name, property]) => placesBelow(root, property, [name])),
  )
}

function placesBelow(root: SchemaNode, node: SchemaNode, path: readonly string[]): readonly LiteralPlace[] {
  // A group's children are steps with tables of their own.
  if (path.at(-1) === 'steps' || node['x-yaml-only'] === true) return []
  if (node['x-interpolated'] === false) return [{ path }]
  const only = node['x-interpolated-only']
  const target = resolve(root, node)
  const below = [
    ...(only === undefined ? [] : [{ path, except: only }]),
    ...(node['x-literal'] ?? []).map((name) => ({ path: [...path, name] })),
    ...(target.anyOf ?? []).flatMap((branch) => placesBelow(root, branch, path)),
    ...(target.items === undefined ? [] : placesBelow(root, target.items, [...path, '*'])),
    ...Object.entries(target.properties ?? {}).flatMap(([name, inner]) => placesBelow(root, inner, [...path, name])),
  ]
  return target !== node && target['x-interpolated'] === false ? [{ path }] : below
}

function isAlias(node: SchemaNode): boolean {
  return node['x-alias-of'] !== undefined
}

function byKind<T>(root: SchemaNode, read: (properties: { readonly [name: string]: SchemaNode }) => T): ByKind<T> {
  return Object.fromEntries(
    Object.entries(kindDefinitions).map(([kind, definition]) => [
      kind,
      read(resolve(root, { $ref: `#/definitions/${definition}` }).properties ?? {}),
    ]),
  )
}
