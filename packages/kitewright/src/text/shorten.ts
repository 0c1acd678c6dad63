/** A text in which no name without a blank, and not the whole, goes on without end. */
export function bounded(text: string): string {
  return shorten(
    text.replace(longWord, (word) => shorten(word, 100)),
    1000,
  )
}

const longWord = /[^\s"'`:]{201,}/g

/** The beginning of a text that is longer than `longest`, with a count of the rest. */
export function shorten(text: string, longest: number): string {
  const left = text.length - longest
  return left > 0 ? `${beginning(text, longest)}… and ${left} more characters` : text
}

/** As many UTF-16 units as told, or one less where a character would be cut in two. */
export function beginning(text: string, length: number): string {
  return text.slice(0, isCutAt(text, length) ? length - 1 : length)
}

/** Whether a cut at an index would part the two units of a character. */
export function isCutAt(text: string, index: number): boolean {
  return index > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1))
}
