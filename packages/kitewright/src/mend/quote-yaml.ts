import { parsePipeline, type ParseProblem } from '@kitewright/core/parse'
import type { TextEdit } from './text-edit.ts'

/**
 * The quotes that a hint asks for, around what stands at a problem. None where they do not clear it, or bring another: the
 * text is read again to prove that.
 */
export function quoteYaml(
  { kind, span, hint }: ParseProblem,
  { file, text }: { readonly file: string; readonly text: string },
): readonly TextEdit[] {
  const [, quoted = ''] = /quotes: (".*"|'.*')$/.exec(hint ?? '') ?? []
  const plain = quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted.slice(1, -1)
  const { offset } = span
  if (plain === '' || !text.startsWith(plain, offset)) return []
  const end = offset + plain.length
  const changed = `${text.slice(0, offset)}${quoted}${text.slice(end)}`
  const [before, after] = [parsePipeline(text).problems, parsePipeline(changed).problems]
  const isGone = countOf(after, kind) < countOf(before, kind) && after.length < before.length
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return isGone ? [{ file, start: offset - mark, end: end - mark, text: quoted }] : []
}

function countOf(problems: readonly ParseProblem[], kind: ParseProblem['kind']): number {
  return problems.filter((problem) => problem.kind === kind).length
}
