import type { Node } from '@babel/types'
import type { Span } from '@kitewright/schema'
import type { Source } from './parse-source.ts'

/** Where a part of a literal's text stands in the file. Returns undefined if the node is not a literal, or has parts. */
export function spanWithin({ text }: Source, node: Node, span: Span): Span | undefined {
  if (node.type !== 'StringLiteral' && (node.type !== 'TemplateLiteral' || node.expressions.length > 0))
    return undefined
  const [start, end] = [(node.start ?? 0) + 1, (node.end ?? 0) - 1]
  const pieces = known.get(node) ?? piecesOf(text.slice(start, end))
  known.set(node, pieces)
  const offset = (index: number): number => start + (pieces[index] ?? end - start)
  const from = offset(span.start)
  return { start: from, end: Math.max(from, offset(span.end)) }
}

/** Of each literal that was asked for: thousands of places may be in one. */
const known = new WeakMap<Node, readonly number[]>()

/** Where the pieces of a source begin: each is one UTF-16 unit of the value, but for `\\u{…}` and `\\` before a line's end. */
function piecesOf(source: string): readonly number[] {
  return Array.from(source.matchAll(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^])|[^]/g), ({ index }) => index)
}
