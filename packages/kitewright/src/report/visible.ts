/**
 * A text with its control characters as signs that can be seen, each in one column: an escape sequence in a label must
 * not paint, clear or retitle the terminal of who reads about it. Tabs and line ends stay.
 */
export function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0)
    if (character === '\t' || character === '\n') return character
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\uFFFD'
  })
}
