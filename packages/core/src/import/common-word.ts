/** The longest run of words, within a file's name, that stands in two of the texts. The empty text if there is none. */
export function commonWord(texts: readonly string[]): string {
  let best = ''
  for (const [index, text] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const found = longestIn(text, other)
      if (found.length > best.length) best = found
    }
  }
  return best
}

/** A single letter or two would be found by chance. */
const shortest = 3

function longestIn(text: string, other: string): string {
  const bounds = boundsOf(text)
  let best = ''
  for (const [place, start] of bounds.entries()) {
    for (const end of bounds.slice(place + 1)) {
      const part = text.slice(start, end)
      if (part.length >= shortest && part.length > best.length && !/[ /]/.test(part) && other.includes(part))
        best = part
    }
  }
  return best
}

/** Where words begin and end. */
const boundsOf = (text: string): readonly number[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu)].map(({ index }) => index)
