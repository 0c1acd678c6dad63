import type { Source } from './parse-source.ts'
import type { Place } from './place.ts'

/** The place of a source's text from one offset to another, as far as it lies in the first one's line. */
export function sourcePlace(source: Pick<Source, 'file' | 'text'>, start: number, end: number): Place {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1
  const sourceLine = /.*/.exec(source.text.slice(lineStart))?.[0] ?? ''
  const column = start - lineStart + 1
  const visible = Math.min(end - lineStart, sourceLine.trimEnd().length)
  const line = source.text.slice(0, lineStart).split('\n').length
  return { file: source.file, line, column, length: Math.max(1, visible - column + 1), sourceLine }
}

/** The offset of a position, which may lie behind the line's end if the file changed. */
export function offsetOf(source: Source, position: { readonly line: number; readonly column: number }): number {
  let start = 0
  for (let line = 1; line < position.line; line++) start = source.text.indexOf('\n', start) + 1
  return start + position.column - 1
}
