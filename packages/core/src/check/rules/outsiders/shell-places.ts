import { interpolate } from '../../../agent/interpolation/interpolate.ts'
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
    const isAsWritten = filled.text === line.text
    yield {
      ...line,
      ...readShell(filled.text),
      spanOf: ({ start, end }) => (isAsWritten ? { start, end } : undefined),
    }
  }
}
