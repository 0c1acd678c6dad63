/** The part of JSON Schema that schemas/*.json use, with our extension keywords (schemas/SOURCES.md). */
export interface SchemaNode {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly const?: string
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly properties?: { readonly [name: string]: SchemaNode }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | SchemaNode
  readonly propertyNames?: SchemaNode
  readonly if?: SchemaNode
  readonly then?: SchemaNode
  readonly else?: SchemaNode
  readonly not?: SchemaNode
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxProperties?: number
  readonly uniqueItems?: boolean
  readonly definitions?: { readonly [name: string]: SchemaNode }
  /** Names that editors offer in an object of any names, and what they mean. */
  readonly 'x-offered'?: { readonly [name: string]: string }
  readonly 'x-required'?: readonly string[]
  readonly 'x-unless'?: string
  readonly 'x-by-hand'?: boolean
  readonly 'x-yaml-only'?: boolean
  readonly 'x-alias-of'?: string
  readonly 'x-interpolated'?: boolean
  readonly 'x-interpolated-only'?: readonly string[]
  readonly 'x-literal'?: readonly string[]
  readonly 'x-marker'?: boolean
}

/** What a `$ref` names; the node itself where it is none. Keywords beside `$ref` stay with the reference. */
export function resolve(root: SchemaNode, node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node
  let target: unknown = root
  for (const part of node.$ref.split('/').slice(1)) target = (target as Record<string, unknown> | undefined)?.[part]
  if (target === undefined) throw new Error(`schema: nothing at ${node.$ref}`)
  return resolve(root, target as SchemaNode)
}

/** The name of a definition that becomes a type of its own: those in PascalCase. Others are inlined. */
export function typeNameOf(node: SchemaNode): string | undefined {
  return /^#\/definitions\/([A-Z]\w*)$/.exec(node.$ref ?? '')?.[1]
}

/** Whether the place is there for reading YAML alone: neither sent by us nor offered to authors. */
export function isYamlOnly(root: SchemaNode, node: SchemaNode): boolean {
  return node['x-yaml-only'] === true || (node.$ref !== undefined && resolve(root, node)['x-yaml-only'] === true)
}

/** The kinds of step and the pipeline, by the definition that describes them. */
export const kindDefinitions: { readonly [kind: string]: string } = {
  command: 'CommandStep',
  block: 'BlockStep',
  input: 'InputStep',
  wait: 'WaitStep',
  trigger: 'TriggerStep',
  group: 'GroupStep',
  pipeline: 'Pipeline',
}
