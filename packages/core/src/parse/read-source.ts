import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Document, LineCounter, Node, Pair, Scalar } from 'yaml'
import type { Span } from './problem.ts'
import type { SourceBase, SourceNode, SourcePair, SourceScalar } from './source.ts'

interface Reading {
  readonly text: string
  readonly lines: LineCounter
}

/** Turns a composed document of the `yaml` package into our own tree. */
export const readSource = (document: Document, text: string, lines: LineCounter): SourceNode => {
  const { contents } = document
  const reading: Reading = { text, lines }
  if (contents === null) return empty(document.range?.[1] ?? 0, reading)
  const root = readNode(contents, reading)
  const commentBefore = joined(document.commentBefore, root.commentBefore)
  return { ...root, commentBefore, comment: joined(root.comment, document.comment) }
}

const readNode = (node: Node, reading: Reading): SourceNode => {
  const base = readBase(node, reading)
  if (isAlias(node)) return { ...base, kind: 'alias', name: node.source }
  if (isMap<Node, Node>(node)) return { ...base, kind: 'map', pairs: node.items.map((pair) => readPair(pair, reading)) }
  if (isSeq<Node>(node)) return { ...base, kind: 'list', items: node.items.map((item) => readNode(item, reading)) }
  return readScalar(node as Scalar, base, reading)
}

const readPair = (pair: Pair<Node, Node | null>, reading: Reading): SourcePair => {
  const key = readNode(pair.key, reading)
  return { key, value: pair.value === null ? empty(key.span.end, reading) : readNode(pair.value, reading) }
}

const readScalar = (scalar: Scalar, base: SourceBase, { text, lines }: Reading): SourceScalar => ({
  ...base,
  kind: 'scalar',
  text: scalarText(scalar, text),
  style: styles[scalar.type ?? 'PLAIN'] ?? 'plain',
  tag: scalar.tag === undefined ? undefined : shortTag(scalar.tag),
  tagSpan: scalar.tag?.startsWith('!') === true ? tagSpan(scalar.tag, base.span, text, lines) : undefined,
})

// A tag stands before its text; the package keeps no place of it.
const tagSpan = (tag: string, { offset }: Span, text: string, lines: LineCounter): Span | undefined => {
  const start = text.lastIndexOf(tag, offset)
  return start === -1 ? undefined : spanAt(start, start + tag.length, lines)
}

// A block text that ends with the stream, without a line break, gets none from the agent's reader.
const scalarText = (scalar: Scalar, text: string): string => {
  const value = typeof scalar.value === 'string' ? scalar.value : ''
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
  if (!block || scalar.range?.[1] !== text.length || !value.endsWith('\n')) return value
  const lines = value.slice(0, -1)
  // A last line of blanks counts where it has more of them than the indentation.
  return /[^\s][ \t]*$/.test(lastLine(text)) || /^[ \t]+$/.test(lastLine(lines)) ? lines : value
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)

const styles: Readonly<Record<string, SourceScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

const shortTag = (tag: string): string =>
  tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice('tag:yaml.org,2002:'.length)}` : tag

const readBase = (node: Node, reading: Reading): SourceBase => ({
  span: spanAt(node.range?.[0] ?? firstOffset(node), node.range?.[1] ?? firstOffset(node), reading.lines),
  anchor: isScalar(node) || isCollection(node) ? node.anchor : undefined,
  commentBefore: node.commentBefore ?? undefined,
  comment: node.comment ?? undefined,
})

const firstOffset = (node: Node): number => {
  const first = isMap<Node, Node>(node) ? node.items[0]?.key : undefined
  return first?.range?.[0] ?? 0
}

const empty = (offset: number, reading: Reading): SourceNode => ({
  kind: 'scalar',
  text: '',
  style: 'plain',
  span: spanAt(offset, offset, reading.lines),
})

/** A span of the text, its start counted in lines and columns from 1. */
export const spanAt = (offset: number, end: number, lines: LineCounter): Span => {
  const { line, col } = lines.linePos(offset)
  return { offset, end, line: Math.max(line, 1), column: Math.max(col, 1) }
}

const joined = (...comments: readonly (string | null | undefined)[]): string | undefined => {
  const present = comments.filter((comment): comment is string => typeof comment === 'string')
  return present.length === 0 ? undefined : present.join('\n')
}
