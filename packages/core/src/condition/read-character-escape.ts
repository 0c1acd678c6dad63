import { refuseRegex, takeMatch, type RegexReader } from './regex-reader.ts'

const controls: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 }

/** Reads what follows a `\` that stands for one character; without a meaning of its own it is that character. */
export function readCharacterEscape(reader: RegexReader): number {
  const start = reader.at - 1
  const [octal] = takeMatch(reader, /[0-7]{1,3}/y)
  if (octal !== undefined) return parseInt(octal, 8) % 256
  const [, hexadecimal, braced, unicode] = takeMatch(reader, /x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})/y)
  const code = parseInt(hexadecimal ?? braced ?? unicode ?? '', 16)
  if (code > 0x10ffff) refuseRegex(start, reader.at, 'there is no character of so high a number')
  if (!Number.isNaN(code)) return code
  const [, control] = takeMatch(reader, /c([@-_a-z])/y)
  if (control !== undefined) return control.charCodeAt(0) % 32
  const [character = ''] = takeMatch(reader, /[^]/uy)
  if (/[xuc]/.test(character)) refuseRegex(start, reader.at, `"\\${character}" is not followed by what it needs`)
  return Object.hasOwn(controls, character) ? controls[character]! : character.codePointAt(0)!
}
