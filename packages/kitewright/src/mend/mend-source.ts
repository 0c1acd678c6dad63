import type { Node } from '@babel/types'
import type { Mend } from '@kitewright/core'
import { type Place, writtenAt } from '../locate/written-at.ts'
import type { OpenSource } from '../locate/open-sources.ts'
import { childrenOf, parseSource, type Source } from '../locate/parse-source.ts'
import { spanWithin } from '../locate/span-within.ts'
import { editBetween, sharedParts, type TextEdit } from './text-edit.ts'

/**
 * The change of an author's program that a mend comes to: of one literal that is the text, and of nothing else, which is
 * proved by parsing it again. None where the text is made of others.
 */
export function mendSource({ origin, from, to }: Mend, open: OpenSource): readonly TextEdit[] {
  const { stack, find } = origin.trace
  if (stack === undefined || find !== undefined) return []
  const written = writtenAt(stack, origin.path, { target: origin.target, open })
  if (written === undefined || textOf(written) !== from) return []
  const { source, node } = written
  const [start, end] = [node.start ?? 0, node.end ?? 0]
  const old = source.text.slice(start, end)
  for (const spelling of spellings(written, { from, to }, old)) {
    const changed = `${source.text.slice(0, start)}${spelling}${source.text.slice(end)}`
    if (isOnlyChange(source, changed, { start, to })) return [editBetween(old, spelling, { file: source.file, start })]
  }
  return []
}

/** What a literal, or the name of a property, says. Undefined for what is computed. */
function textOf({ node, isName }: { readonly node: Node; readonly isName: boolean }): string | undefined {
  if (node.type === 'StringLiteral') return node.value
  if (node.type === 'Identifier') return isName ? node.name : undefined
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined
  return node.quasis[0]?.value.cooked ?? undefined
}

/** How the new text may be written: with what differs in its place, or whole. */
function* spellings(
  { source, node, isName }: Place,
  { from, to }: Pick<Mend, 'from' | 'to'>,
  old: string,
): Iterable<string> {
  if (typeof to !== 'string') return yield String(to)
  if (node.type === 'Identifier' && isName) return yield /^[A-Za-z_$][\w$]*$/.test(to) ? to : inQuotes(to, "'")
  const quote = old.slice(0, 1)
  const { before, behind } = sharedParts(from, to)
  const span = spanWithin(source, node, { start: before, end: from.length - behind })
  if (span !== undefined) {
    const [head, tail] = [span.start, span.end].map((offset) => offset - (node.start ?? 0))
    yield `${old.slice(0, head)}${inQuotes(to.slice(before, to.length - behind), quote).slice(1, -1)}${old.slice(tail)}`
  }
  yield inQuotes(to, quote)
}

function inQuotes(text: string, quote: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return `${quote}${quote === '`' ? escaped.replaceAll('${', '\\${') : escaped.replaceAll('\n', '\\n')}${quote}`
}

/** Whether a changed program is the same but for one literal, or name. */
function isOnlyChange(source: Source, changed: string, { start, to }: { start: number; to: Mend['to'] }): boolean {
  const after = parseSource(source.file, changed)
  if (after.errors.length > source.errors.length) return false
  return isSameBut(source.program, after.program, start, to)
}

function isSameBut(one: Node, other: Node, start: number, to: Mend['to']): boolean {
  const isIt = one.start === start && isLiteral(one) && one.type !== 'File'
  if (isIt) return saidBy(other) === to
  const [parts, others] = [childrenOf(one), childrenOf(other)]
  return (
    one.type === other.type &&
    saidBy(one) === saidBy(other) &&
    parts.length === others.length &&
    parts.every((part, index) => isSameBut(part, others[index] as Node, start, to))
  )
}

function isLiteral(node: Node): boolean {
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral' || node.type === 'Identifier'
}

function saidBy(node: Node): unknown {
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 ? node.quasis[0]?.value.cooked : 'parts'
  if (node.type === 'TemplateElement') return node.value.raw
  return 'value' in node && typeof node.value !== 'object' ? node.value : 'name' in node ? node.name : undefined
}
