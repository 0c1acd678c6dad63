/**
 * Characters that the agent's YAML reader changes or refuses when they stand for themselves: DEL and C1 with U+0085, the
 * line and paragraph separators, the byte order mark, U+FFFE and U+FFFF. Characters beyond U+FFFF must not be escaped.
 * Source: docs/spec/text.md §2 and §3.
 */
export const specialCharacters: RegExp = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** Escapes them in a document that has them inside double quotes only. */
export function escapeSpecial(document: string): string {
  return document.replace(
    specialCharacters,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
