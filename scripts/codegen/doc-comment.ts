import { literal } from './literal.ts'

const width = 108

/** The text of a doc comment: the description wrapped, then the first example as an author would write it. */
export function docComment(
  description: string | undefined,
  examples: readonly unknown[] | undefined,
  property: string | undefined,
): string | undefined {
  if (description === undefined) return undefined
  const example = examples?.[0]
  const lines = wrap(description)
  if (property !== undefined && example !== undefined) lines.push(`@example ${property}: ${literal(example)}`)
  return lines.join('\n').replaceAll('*/', '*\\/')
}

function wrap(text: string): string[] {
  const lines = ['']
  // A link stays in one piece.
  for (const word of text.match(/\[[^\]]*\]\([^)]*\)|[^ ]+/g) ?? []) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
