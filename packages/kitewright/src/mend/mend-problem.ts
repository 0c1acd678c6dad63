import { parsePipeline, type ParseProblem } from '@kitewright/core/parse'
import type { TextEdit } from './text-edit.ts'

/** A text as it is written, and what is to stand in its place. */
export interface Replacement {
  readonly from: string
  readonly to: string
}

/** A problem, with the word that is meant at its place where it can be no other. */
export interface MendableProblem extends ParseProblem {
  readonly meant?: Replacement | undefined
}

/**
 * The quotes that a hint asks for, around what stands at a problem, or the only word that can be meant in its place. None
 * where that does not clear it, or brings another: the text is read again to prove that.
 */
export function mendProblem(
  { kind, span, hint, meant }: MendableProblem,
  { file, text }: { readonly file: string; readonly text: string },
): readonly TextEdit[] {
  const { from, to } = meant ?? quotedIn(hint)
  const offset = meant && /^["']/.test(text.slice(span.offset)) ? span.offset + 1 : span.offset
  if (from === '' || !text.startsWith(from, offset)) return []
  const end = offset + from.length
  const changed = `${text.slice(0, offset)}${to}${text.slice(end)}`
  const [before, after] = [parsePipeline(text).problems, parsePipeline(changed).problems]
  const isGone = countOf(after, kind) < countOf(before, kind) && after.length < before.length
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return isGone ? [{ file, start: offset - mark, end: end - mark, text: to }] : []
}

function quotedIn(hint = ''): Replacement {
  const [, to = ''] = /quotes: (".*"|'.*')$/.exec(hint) ?? []
  return { from: to.startsWith("'") ? to.slice(1, -1).replaceAll("''", "'") : to.slice(1, -1), to }
}

function countOf(problems: readonly ParseProblem[], kind: ParseProblem['kind']): number {
  return problems.filter((problem) => problem.kind === kind).length
}
