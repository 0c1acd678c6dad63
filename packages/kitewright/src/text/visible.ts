/**
 * A text with its control characters as signs that can be seen, each in one column: an escape sequence in a label must
 * not paint, clear or retitle the terminal of who reads about it, nor turn the direction of what stands behind it. Tabs
 * and line ends stay.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => {
    const code = character.charCodeAt(0)
    if (character === '\t' || character === '\n') return character
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\uFFFD'
  })
}

/** The same in one line: what others have written never begins a line of ours, where `--- ` would fold a build's log. */
export function oneLine(text: string): string {
  return visible(text.replaceAll('\r\n', '\n')).replaceAll('\n', '\u240A')
}

/** The same where it is the first in its line: with a blank before what would begin a section of a build's log, or a command. */
export function lineStart(text: string): string {
  return oneLine(text).replace(/^(?=-{3}|\+{3}|~{3}|\^{3}|::|##\[)/, ' ')
}

/** The same in lines that all begin with `indent` but for the first. */
export function indented(text: string, indent: string): string {
  return visible(text.replaceAll('\r\n', '\n')).replaceAll('\n', `\n${indent}`)
}
