import type { TextEdit } from '../mend/text-edit.ts'
import type { Mask, World } from '../world/world.ts'

/** A change of a file with the lines and columns that it is about, from 1, columns in UTF-16 units. */
export interface ShownEdit extends TextEdit {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The changes of a mend as reports show them. None where one of them would show a secret. */
export function shownEdits(
  edits: readonly TextEdit[],
  mask: Mask,
  { readText }: Pick<World, 'readText'>,
): readonly ShownEdit[] {
  if (edits.some(({ file, text }) => mask.hide(text) !== text || mask.hide(file) !== file)) return []
  return edits.map((edit) => {
    const text = (readText(edit.file) ?? '').replace(/^\uFEFF/, '')
    const [start, end] = [positionAt(text, edit.start), positionAt(text, edit.end)]
    return { ...edit, ...start, endLine: end.line, endColumn: end.column }
  })
}

function positionAt(text: string, offset: number): Pick<ShownEdit, 'line' | 'column'> {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
