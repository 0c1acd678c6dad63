import type { Function as FunctionNode, Node } from '@babel/types'
import type { Path } from '@kitewright/schema'
import { type Binding, findBinding, findExport, isFunction, nameOf } from './find-binding.ts'
import { isCall } from './find-call.ts'
import type { OpenSource } from './open-sources.ts'
import type { Source } from './parse-source.ts'
import { relativeSource } from './relative-source.ts'

/** A node of a file that runs, and the call that runs the function around it, as far as it is known. */
export interface Site {
  readonly source: Source
  readonly node: Node
  readonly caller?: Site | undefined
  readonly open: OpenSource
}

/** What a name stands for at a site: the value at `keys` of a node elsewhere. */
export interface Meaning {
  readonly site: Site
  readonly keys: Path
  /** Whether it came in by a parameter, so that each call has its own. */
  readonly isArgument: boolean
}

/** Follows a name to its value: a constant, an argument of the call around, or the export of a relative file. */
export function meaningOf(site: Site, name: string): Meaning | undefined {
  const binding = findBinding(site.source, name, site.node)
  return binding && followBinding(site, binding)
}

function followBinding(site: Site, binding: Binding): Meaning | undefined {
  if (binding.kind === 'value') return { site: { ...site, node: binding.node }, keys: binding.keys, isArgument: false }
  if (binding.kind === 'parameter') {
    const argument = argumentFor(site, binding.owner, binding.index)
    return argument && { site: argument, keys: binding.keys, isArgument: true }
  }
  const source = relativeSource(site.open, site.source.file, binding.specifier)
  const exported = source && findExport(source, binding.name)
  return source && exported && followBinding({ ...site, source, node: source.program.program }, exported)
}

/** The argument that a function's parameter received: in the call behind the outermost site within that function. */
function argumentFor(site: Site, owner: FunctionNode, index: number): Site | undefined {
  for (let inner: Site | undefined = site; inner !== undefined; inner = inner.caller) {
    if (functionAround(inner) !== owner) continue
    const { caller } = inner
    if (caller === undefined || !isCall(caller.node)) return undefined
    const given = caller.node.arguments
    // A callback gets its arguments from the function it was given to, not from its author.
    if (given.some((node) => node === owner || node.type === 'SpreadElement')) return undefined
    const node = given[index]
    return node && { ...caller, node }
  }
  return undefined
}

function functionAround({ source, node }: Site): Node | undefined {
  let around = source.parents.get(node)
  while (around !== undefined && !isFunction(around)) around = source.parents.get(around)
  return around
}

/** The argument of the call around that an expression (`label`, `options.label`) hands on, if it does. */
export function argumentBehind(site: Site, fuel: number, keys: Path = []): Meaning | undefined {
  const { node } = site
  if (fuel <= 0) return undefined
  if (isWrapper(node)) return argumentBehind({ ...site, node: node.expression }, fuel - 1, keys)
  const member = memberOf(node)
  if (member !== undefined) return argumentBehind({ ...site, node: member.object }, fuel - 1, [member.key, ...keys])
  const meaning = node.type === 'Identifier' ? meaningOf(site, node.name) : undefined
  if (meaning === undefined) return undefined
  const rest = [...meaning.keys, ...keys]
  return meaning.isArgument ? { ...meaning, keys: rest } : argumentBehind(meaning.site, fuel - 1, rest)
}

/** `object.key` and `object['key']`. */
export function memberOf(node: Node): { readonly object: Node; readonly key: string } | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined
  const key = node.computed && node.property.type === 'Identifier' ? undefined : nameOf(node.property)
  return key === undefined ? undefined : { object: node.object, key }
}

/** What TypeScript adds around an expression: `as const`, `satisfies`, `!`, `<T>`. */
export function isWrapper(node: Node): node is Node & { readonly expression: Node } {
  return /^(?:TSAs|TSSatisfies|TSNonNull|TSInstantiation|Parenthesized)Expression$|^TSTypeAssertion$/.test(node.type)
}
