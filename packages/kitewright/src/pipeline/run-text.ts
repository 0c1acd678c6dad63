import type {
  ArrowFunctionExpression,
  Expression,
  Node,
  ObjectProperty,
  SpreadElement,
  TemplateLiteral,
} from '@babel/types'
import { interpolatedKey, script } from '@kitewright/core'
import { constructors } from '@kitewright/core/import'
import { parseSource } from '../locate/parse-source.ts'

type Scope = ReadonlyMap<string, unknown>

/**
 * What a module that `import` printed gives to `definePipeline`, read from its text: what the proof of an import stands
 * on. Only what such modules hold is understood.
 *
 * @throws {Error} Where the text is no such module.
 */
export function runText(text: string): unknown {
  const { program, errors } = parseSource('pipeline.ts', text)
  const [error] = errors
  if (error !== undefined) throw new Error(error.message)
  const scope = new Map<string, unknown>()
  for (const statement of program.program.body) {
    if (statement.type === 'ImportDeclaration') continue
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'Identifier') throw unknownForm(id)
        scope.set(id.name, valueOf(init ?? undefined, scope))
      }
    } else if (statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'CallExpression') {
      return valueOf(statement.declaration.arguments[0], scope)
    } else throw unknownForm(statement)
  }
  throw new Error('the module exports nothing')
}

function valueOf(node: Node | null | undefined, scope: Scope): unknown {
  switch (node?.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value
    case 'NullLiteral':
      return null
    case 'UnaryExpression':
      return -Number(valueOf(node.argument, scope))
    case 'TaggedTemplateExpression':
      return script(
        node.quasi.quasis.map(({ value }) => value.cooked ?? '') as never,
        ...node.quasi.expressions.map((expression) => valueOf(expression, scope) as string),
      )
    case 'TemplateLiteral':
      return filledIn(node, scope)
    case 'Identifier':
      return scope.get(node.name)
    case 'ArrowFunctionExpression':
      return node.params.length === 0 ? valueOf(node.body, scope) : functionOf(node, scope)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return valueOf(node.expression, scope)
    case 'ArrayExpression':
      return node.elements.flatMap((item) =>
        item?.type === 'SpreadElement' ? (valueOf(item.argument, scope) as readonly unknown[]) : [valueOf(item, scope)],
      )
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.flatMap((entry) => entriesOf(entry, scope)))
    case 'CallExpression':
      return called(node.callee, node.arguments, scope)
    default:
      throw unknownForm(node)
  }
}

function filledIn({ quasis, expressions }: TemplateLiteral, scope: Scope): string {
  const values = expressions.map((expression) => String(valueOf(expression, scope)))
  return quasis.map(({ value }, index) => (value.cooked ?? '') + (values[index] ?? '')).join('')
}

function called(callee: Node, args: readonly Node[], scope: Scope): unknown {
  const name = callee.type === 'Identifier' ? callee.name : ''
  const values = args.map((arg) => valueOf(arg, scope))
  const [first] = values
  if (callee.type === 'MemberExpression') {
    return (valueOf(callee.object, scope) as readonly unknown[]).map((row) => (first as Function)(row))
  }
  const made = scope.get(name)
  if (typeof made === 'function') return made(...values)
  if (name === 'interpolatedKey') return interpolatedKey(values[0] as string)
  if (!Object.hasOwn(constructors, name)) throw unknownForm(callee)
  return constructors[name as keyof typeof constructors](...(values as never[]))
}

/** `(name, key) => …`, or `({ name, key }) => …` */
function functionOf(
  { params, body }: ArrowFunctionExpression,
  scope: Scope,
): (...values: readonly unknown[]) => unknown {
  return (...values) => {
    const held = params.flatMap((parameter, index): readonly (readonly [string, unknown])[] =>
      parameter.type === 'Identifier' ? [[parameter.name, values[index]]] : Object.entries(values[index] as object),
    )
    return valueOf(body, new Map([...scope, ...held]))
  }
}

function entriesOf(entry: Node, scope: Scope): readonly (readonly [PropertyKey, unknown])[] {
  if (entry.type === 'SpreadElement') {
    const spread = valueOf((entry as SpreadElement).argument, scope)
    const map = (spread ?? {}) as Readonly<Record<PropertyKey, unknown>>
    return Reflect.ownKeys(map).map((name) => [name, map[name]])
  }
  if (entry.type !== 'ObjectProperty') throw unknownForm(entry)
  const { key, computed, value } = entry as ObjectProperty
  const name = key.type === 'Identifier' && !computed ? key.name : valueOf(key as Expression, scope)
  return [[typeof name === 'symbol' ? name : String(name), valueOf(value, scope)]]
}

function unknownForm(node: Node | null | undefined): Error {
  return new Error(`an imported module holds no ${node?.type ?? 'hole'}`)
}
