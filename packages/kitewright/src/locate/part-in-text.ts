import type { Origin } from '@kitewright/core'

/** What finds a part of a text again where the text is spelt otherwise: in quotes, in a block, over several lines. */
export type SoughtPart = NonNullable<Origin['span']>

/** A stretch of a file's text, in offsets. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Where a part stands in the stretches of a file that together make a text. Returns undefined where it is spelt in
 * another way there.
 */
export function partInText(
  { part, before }: SoughtPart,
  stretches: readonly Stretch[],
  text: string,
): Stretch | undefined {
  if (part === '') return undefined
  let passed = 0
  for (const { start, end } of stretches) {
    for (
      let at = text.indexOf(part, start);
      at !== -1 && at + part.length <= end;
      at = text.indexOf(part, at + part.length)
    ) {
      if (passed++ === before) return { start: at, end: at + part.length }
    }
  }
  return undefined
}
