import { type SchemaNode, resolve } from '../scripts/codegen/schema-node.ts'

interface Node extends SchemaNode {
  readonly oneOf?: readonly SchemaNode[]
}

/** What a schema accepts below a place, as lines such as `retry.automatic[].limit: integer`. */
export function schemaFacts(
  root: SchemaNode,
  node: SchemaNode,
  path: string,
  above: readonly string[] = [],
): Set<string> {
  if (node.$ref !== undefined) {
    // A step may be written below its own key once more; deeper down nothing new is said.
    if (above.filter((reference) => reference === node.$ref).length > 1) return new Set()
    return schemaFacts(root, resolve(root, { $ref: node.$ref }), path, [...above, node.$ref])
  }
  const { oneOf = [], anyOf = [] } = node as Node
  const parts = [
    ...[...anyOf, ...oneOf].map((branch) => schemaFacts(root, branch, path, above)),
    ...chain(node).map((branch) => schemaFacts(root, branch, path, above)),
    ...Object.entries(node.properties ?? {})
      // Steps inside a step are compared by their own kinds.
      .filter(([name]) => name !== 'steps')
      .map(([name, inner]) => schemaFacts(root, inner, join(path, name), above)),
    ...(node.items === undefined ? [] : [schemaFacts(root, node.items, `${path}[]`, above)]),
    ...(typeof node.additionalProperties === 'object'
      ? [schemaFacts(root, node.additionalProperties, `${path}.*`, above)]
      : []),
  ]
  return new Set([...ownFacts(node, path), ...parts.flatMap((part) => [...part])])
}

function ownFacts(node: SchemaNode, path: string): readonly string[] {
  const words = node.enum ?? (node.const === undefined ? undefined : [node.const])
  if (words !== undefined) {
    return words.map((word) => (typeof word === 'boolean' ? `${path}: boolean` : `${path} = ${JSON.stringify(word)}`))
  }
  const types = [node.type ?? []].flat()
  return types.flatMap((type) => (type === 'number' ? [`${path}: number`, `${path}: integer`] : `${path}: ${type}`))
}

function chain(node: SchemaNode): readonly SchemaNode[] {
  return [node.then ?? [], node.else ?? []].flat()
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
