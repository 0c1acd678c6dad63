import { sharedParts } from './text-edit.ts'

/** A stretch of a text that another text has otherwise: whole words, so that it can be found where it is spelt otherwise. */
export interface DifferingWords {
  readonly from: string
  readonly to: string
  /** Where it begins in the first text. */
  readonly start: number
}

/** Where two texts differ, line by line. Undefined where they have not as many lines. */
export function differingWords(from: string, to: string): readonly DifferingWords[] | undefined {
  const [lines, others] = [from.split('\n'), to.split('\n')]
  if (lines.length !== others.length) return undefined
  let offset = 0
  return lines.flatMap((line, index) => {
    const start = offset
    offset += line.length + 1
    const other = others[index] ?? ''
    return line === other ? [] : [inLine(line, other, start)]
  })
}

function inLine(line: string, other: string, offset: number): DifferingWords {
  const { before, behind } = sharedParts(line, other)
  const start = /\S*$/.exec(line.slice(0, before))?.index ?? before
  const kept = behind - (/^\S*/.exec(line.slice(line.length - behind))?.[0].length ?? 0)
  return {
    from: line.slice(start, line.length - kept),
    to: other.slice(start, other.length - kept),
    start: offset + start,
  }
}
