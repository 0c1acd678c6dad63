import type { Place } from '../locate/place.ts'
import { beginning, isCutAt } from '../text/shorten.ts'
import { oneLine } from '../text/visible.ts'

/** The width of a line of a report where nobody knows how wide its reader's window is, in characters. */
export const usualWidth = 160

/** What stays of a line in a narrow window. */
const narrowest = 40

/** An author's line and the carets below it. */
export interface Excerpt {
  readonly line: string
  /** What stands before the carets: blanks, and tabs where the line has tabs. */
  readonly indent: string
  readonly carets: string
}

/** As much of the line of a place as fits into a width: around the carets, with `…` where it goes on. */
export function excerptOf({ column, length }: Place, sourceLine: string, width: number): Excerpt {
  const room = Math.max(narrowest, width)
  const place = Math.min(column - 1, sourceLine.length)
  const isShort = sourceLine.length <= room
  const start = isShort ? 0 : startOf(sourceLine, place, Math.min(length, room), room)
  const left = start > 0 ? '…' : ''
  const rest = sourceLine.slice(start)
  const isCut = left.length + rest.length > room
  const line = oneLine(left + (isCut ? `${beginning(rest, room - left.length - 1)}…` : rest))
  const before = left + sourceLine.slice(start, place)
  // Tabs stay tabs below a line with tabs, so that the carets stand where they should.
  const indent = before.replace(/[^\t]/g, ' ') + ' '.repeat(Math.max(0, isShort ? column - 1 - before.length : 0))
  return { line, indent, carets: '^'.repeat(Math.max(1, Math.min(length, line.length - before.length))) }
}

/** Where the window begins: the carets stand in its middle, and it is full. */
function startOf(line: string, place: number, length: number, room: number): number {
  const middle = Math.floor(place + length / 2 - room / 2)
  const start = Math.max(0, Math.min(middle, line.length - room + 1, place))
  return isCutAt(line, start) ? start + 1 : start
}
