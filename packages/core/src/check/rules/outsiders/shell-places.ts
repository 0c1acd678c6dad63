import { interpolate } from '../../../agent/interpolation/interpolate.ts'
import { variableNames } from '../../../attributes/filled-in-texts.ts'
import { type CommandLine, commandLines } from '../../../attributes/command-lines.ts'
import type { Graph } from '../../../model/graph.ts'
import type { ShellText } from '../../../shell/shell-text.ts'
import type { Finding, ReadShell } from '../../rule.ts'

/** A command with what a shell makes of it. */
export interface ShellPlace extends CommandLine, ShellText {
  /** Where in the text something stands; undefined where the upload changes the text. */
  readonly spanOf: (part: { readonly start: number; readonly end: number }) => Finding['span']
}

/** The commands of a pipeline as the shells of its jobs read them: what the upload fills in is not there any more. */
export function* shellPlaces(graph: Graph, readShell: ReadShell, isWanted: RegExp): Iterable<ShellPlace> {
  for (const line of commandLines(graph)) {
    if (!isWanted.test(line.text)) continue
    const filled = line.isInterpolated ? interpolate(line.text, {}) : line
    if (!('text' in filled)) continue
    const offsets = line.isInterpolated ? offsetsOf(line.text) : undefined
    const isAsWritten = filled.text === line.text
    yield {
      ...line,
      ...readShell(filled.text),
      spanOf: ({ start, end }) => {
        if (isAsWritten) return { start, end }
        return offsets && { start: offsets[start] ?? 0, end: offsets[end] ?? 0 }
      },
    }
  }
}

/** Where each unit that a shell reads stands in a text whose dollar signs are escaped. Undefined where the upload fills something in. */
function offsetsOf(text: string): readonly number[] | undefined {
  if (variableNames(text).length > 0) return undefined
  const pieces = text.matchAll(/\\\\|\\\$|\$\$|[^]/g)
  const offsets = Array.from(pieces, ({ 0: piece, index }) => (piece === '\\\\' ? [index, index + 1] : [index]))
  return [...offsets.flat(), text.length]
}
