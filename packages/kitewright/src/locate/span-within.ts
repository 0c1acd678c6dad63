import type { Node } from '@babel/types'
import type { Span } from '@kitewright/schema'
import type { Source } from './parse-source.ts'

/** Where a part of a literal's text stands in the file. Returns undefined if the node is not a literal, or has parts. */
export function spanWithin({ text }: Source, node: Node, span: Span): Span | undefined {
  if (node.type !== 'StringLiteral' && (node.type !== 'TemplateLiteral' || node.expressions.length > 0))
    return undefined
  const [start, end] = [(node.start ?? 0) + 1, (node.end ?? 0) - 1]
  // Each piece of the source is one UTF-16 unit of the value, escapes included, but for `\\u{…}` and `\\` before a line's end.
  const pieces = [...text.slice(start, end).matchAll(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^])|[^]/g)]
  const offset = (index: number): number => start + (pieces[index]?.index ?? end - start)
  const from = offset(span.start)
  return { start: from, end: Math.max(from, offset(span.end)) }
}
