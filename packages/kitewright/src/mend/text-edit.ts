/** A change of a file: another text in the place of a stretch of it, in UTF-16 units behind a byte order mark. */
export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Changes without those that are told twice. */
export function distinctEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const isSame = (one: TextEdit, other: TextEdit): boolean =>
    one.file === other.file && one.start === other.start && one.end === other.end && one.text === other.text
  return edits.filter((edit, index) => edits.findIndex((other) => isSame(edit, other)) === index)
}

/** The change that makes one text of another, as small as it can be; at an offset in a file. */
export function editBetween(from: string, to: string, { file, start }: Pick<TextEdit, 'file' | 'start'>): TextEdit {
  const { before, behind } = sharedParts(from, to)
  return { file, start: start + before, end: start + from.length - behind, text: to.slice(before, to.length - behind) }
}

/** How much two texts have in common at their ends. */
export function sharedParts(from: string, to: string): { readonly before: number; readonly behind: number } {
  const most = Math.min(from.length, to.length)
  let behind = 0
  while (behind < most && from.at(-1 - behind) === to.at(-1 - behind)) behind++
  let before = 0
  while (before < most - behind && from[before] === to[before]) before++
  return { before, behind }
}

/** A text with changes made, which do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((changed, { start, end, text: put }) => `${changed.slice(0, start)}${put}${changed.slice(end)}`, text)
}
