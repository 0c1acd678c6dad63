import { lineAt, lineStarts } from './line-starts.ts'
import type { Source } from './parse-source.ts'
import type { Place } from './place.ts'

/** The place of a source's text from one offset to another, as far as it lies in the first one's line. */
export function sourcePlace(source: Pick<Source, 'file' | 'text'>, start: number, end: number): Place {
  const starts = startsOf(source)
  const line = lineAt(start, starts)
  const lineStart = starts[line - 1] ?? 0
  const sourceLine = /.*/.exec(source.text.slice(lineStart))?.[0] ?? ''
  const column = start - lineStart + 1
  const visible = Math.min(end - lineStart, sourceLine.trimEnd().length)
  return { file: source.file, line, column, length: Math.max(1, visible - column + 1), sourceLine }
}

const known = new WeakMap<object, readonly number[]>()

function startsOf(source: Pick<Source, 'text'>): readonly number[] {
  const starts = known.get(source) ?? lineStarts(source.text, /\n/g)
  known.set(source, starts)
  return starts
}

/** The offset of a position, which may lie behind the line's end if the file changed. */
export function offsetOf(source: Source, position: { readonly line: number; readonly column: number }): number {
  let start = 0
  for (let line = 1; line < position.line; line++) start = source.text.indexOf('\n', start) + 1
  return start + position.column - 1
}
