import { type ParseError, parseExpression } from '@babel/parser'
import type { Node } from '@babel/types'
import type { Place } from './place.ts'
import { sourcePlace } from './source-place.ts'

/** A path inside a value. */
type Path = readonly (string | number)[]

/** What a text of JSON holds, and where. */
export interface JsonText {
  readonly value: unknown
  /** Where a value stands, or its name; where nothing stands at the path, the nearest value that would hold it. */
  readonly placeOf: (path: Path, isName?: boolean) => Place
}

/** Why a text is no JSON, and where. */
export interface JsonFault {
  readonly fault: { readonly message: string; readonly place: Place }
}

/** Reads JSON with its places. Comments and a comma behind the last item are let through, as editors do. */
export function readJson(file: string, written: string): JsonText | JsonFault {
  const text = written.replace(/^\uFEFF/, '')
  const at = (start: number, end: number): Place => sourcePlace({ file, text }, start, end)
  const fault = (message: string, start: number, end = start + 1): JsonFault => ({
    fault: { message, place: at(start, end) },
  })
  try {
    const root = parseExpression(text, { attachComment: false })
    const odd = notJson(root)
    if (odd !== undefined) return fault('this is not JSON', odd.start ?? 0, odd.end ?? 0)
    return {
      value: valueOf(root),
      placeOf: (path, isName = false) => {
        const { start, end } = nodeAt(root, path, isName)
        return at(start ?? 0, end ?? 0)
      },
    }
  } catch (error) {
    const { message = '', pos = 0 } = error as ParseError & { readonly message?: string; readonly pos?: number }
    return fault(`this is not JSON: ${message.replace(/ \(\d+:\d+\)$/, '')}`, pos)
  }
}

/** The first node that JSON does not have. */
function notJson(node: Node): Node | undefined {
  switch (node.type) {
    case 'ObjectExpression':
      return firstOf(node.properties, (property) =>
        property.type === 'ObjectProperty' && property.key.type === 'StringLiteral'
          ? notJson(property.value)
          : property,
      )
    case 'ArrayExpression':
      return firstOf(node.elements, (element) => (element === null ? node : notJson(element)))
    case 'UnaryExpression':
      return node.operator === '-' && node.argument.type === 'NumericLiteral' ? undefined : node
    default:
      return ['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral'].includes(node.type) ? undefined : node
  }
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Node | undefined): Node | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function valueOf(node: Node | null): unknown {
  switch (node?.type) {
    case 'ObjectExpression':
      return Object.fromEntries(entriesOf(node).map(({ name, value }) => [name, valueOf(value)]))
    case 'ArrayExpression':
      return node.elements.map(valueOf)
    case 'UnaryExpression':
      return -Number(valueOf(node.argument))
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value
    default:
      return null
  }
}

interface Entry {
  readonly name: string
  readonly key: Node
  readonly value: Node
}

function entriesOf(node: Node): readonly Entry[] {
  if (node.type !== 'ObjectExpression') return []
  return node.properties.flatMap((property) =>
    property.type === 'ObjectProperty' && property.key.type === 'StringLiteral'
      ? [{ name: property.key.value, key: property.key, value: property.value }]
      : [],
  )
}

function nodeAt(node: Node, path: Path, isName: boolean): Node {
  const [part, ...rest] = path
  if (part === undefined) return node
  if (typeof part === 'number') {
    const item = node.type === 'ArrayExpression' ? node.elements[part] : undefined
    return item == null ? node : nodeAt(item, rest, isName)
  }
  const entry = entriesOf(node).find(({ name }) => name === part)
  if (entry === undefined) return node
  return rest.length === 0 && isName ? entry.key : nodeAt(entry.value, rest, isName)
}
