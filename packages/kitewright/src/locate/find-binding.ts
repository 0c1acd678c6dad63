import type { Function as FunctionNode, ImportDeclaration, Node } from '@babel/types'
import type { Path } from '@kitewright/schema'
import type { Source } from './parse-source.ts'

/** What a name stands for: the value at `keys` of a node, of a parameter or of another file's export. */
export type Binding =
  | { readonly kind: 'value'; readonly node: Node; readonly keys: Path }
  | { readonly kind: 'parameter'; readonly owner: FunctionNode; readonly index: number; readonly keys: Path }
  | { readonly kind: 'import'; readonly specifier: string; readonly name: string }

/** Finds what a name means at a node, from the innermost block outwards. */
export function findBinding(source: Source, name: string, from: Node): Binding | undefined {
  for (let scope = source.parents.get(from); scope !== undefined; scope = source.parents.get(scope)) {
    const found = isFunction(scope) ? findParameter(scope, name) : findDeclaration(scope, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Finds what a file exports under a name. */
export function findExport(source: Source, name: string): Binding | undefined {
  for (const statement of source.program.program.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      return { kind: 'value', node: statement.declaration, keys: [] }
    }
    if (statement.type !== 'ExportNamedDeclaration') continue
    const declared = statement.declaration ? findInStatement(statement.declaration, name) : undefined
    if (declared !== undefined) return declared
    for (const item of statement.specifiers) {
      if (item.type !== 'ExportSpecifier' || nameOf(item.exported) !== name) continue
      if (statement.source) return { kind: 'import', specifier: statement.source.value, name: item.local.name }
      return findBinding(source, item.local.name, item)
    }
  }
  return undefined
}

export function isFunction(node: Node): node is FunctionNode {
  return /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression|ObjectMethod|Class(?:Private)?Method)$/.test(
    node.type,
  )
}

/** The text of a name, or of a name in quotes. */
export function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'StringLiteral') return node.value
  return node.type === 'NumericLiteral' ? String(node.value) : undefined
}

function findParameter(owner: FunctionNode, name: string): Binding | undefined {
  for (const [index, parameter] of owner.params.entries()) {
    const keys = parameter.type === 'RestElement' ? undefined : keysInPattern(parameter, name)
    if (keys !== undefined) return { kind: 'parameter', owner, index, keys }
  }
  return undefined
}

function findDeclaration(scope: Node, name: string): Binding | undefined {
  if (scope.type !== 'Program' && scope.type !== 'BlockStatement') return undefined
  for (const statement of scope.body) {
    const inner =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    const found = findInStatement(inner, name)
    if (found !== undefined) return found
  }
  return undefined
}

function findInStatement(statement: Node, name: string): Binding | undefined {
  if (statement.type === 'ImportDeclaration') return findImported(statement, name)
  if (statement.type === 'FunctionDeclaration') {
    return statement.id?.name === name ? { kind: 'value', node: statement, keys: [] } : undefined
  }
  if (statement.type !== 'VariableDeclaration') return undefined
  for (const { id, init } of statement.declarations) {
    const keys = keysInPattern(id, name)
    if (keys !== undefined && init) return { kind: 'value', node: init, keys }
  }
  return undefined
}

function findImported(statement: ImportDeclaration, name: string): Binding | undefined {
  const item = statement.specifiers.find((candidate) => candidate.local.name === name)
  if (item === undefined || item.type === 'ImportNamespaceSpecifier') return undefined
  const imported = item.type === 'ImportDefaultSpecifier' ? 'default' : (nameOf(item.imported) ?? name)
  return { kind: 'import', specifier: statement.source.value, name: imported }
}

/** Where in the value a destructuring pattern finds a name; `[]` for a plain name or `...rest`. */
function keysInPattern(pattern: Node, name: string): Path | undefined {
  if (pattern.type === 'Identifier') return pattern.name === name ? [] : undefined
  if (pattern.type === 'AssignmentPattern') return keysInPattern(pattern.left, name)
  if (pattern.type === 'RestElement') return keysInPattern(pattern.argument, name)
  if (pattern.type !== 'ObjectPattern' && pattern.type !== 'ArrayPattern') return undefined
  const parts = pattern.type === 'ObjectPattern' ? pattern.properties : pattern.elements
  for (const [index, part] of parts.entries()) {
    const target = part?.type === 'ObjectProperty' ? part.value : part
    const keys = target ? keysInPattern(target, name) : undefined
    if (part === null || keys === undefined) continue
    if (part.type === 'ObjectProperty') return [nameOf(part.key) ?? '', ...keys]
    return part.type === 'RestElement' ? keys : [index, ...keys]
  }
  return undefined
}
