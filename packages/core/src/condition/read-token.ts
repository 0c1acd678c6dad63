import type { Span } from '@kitewright/schema'
import type { ConditionExpansion, ConditionText } from './condition-node.ts'
import { refuse } from './condition-problem.ts'
import { findStringEnd } from './find-bracket-end.ts'
import { readOperand, readString } from './read-text.ts'

/** One word of a condition. A sign is an operator or a bracket; the end of the text is a token too. */
export type Token = Span &
  (
    | { readonly type: 'name' | 'sign' | 'end'; readonly text: string }
    | { readonly type: 'number'; readonly text: string; readonly value: number | bigint }
    | { readonly type: 'string'; readonly text: string; readonly parts: ConditionText }
    | { readonly type: 'regex'; readonly text: string; readonly source: string; readonly flags: string }
    | { readonly type: 'expansion'; readonly text: string; readonly node: ConditionExpansion }
  )

/** Reads the token at or after `at`, or refuses what begins none (docs/spec/conditionals.md §2). */
export function readToken(text: string, at: number): Token {
  const start = skipBlanks(text, at)
  if (start >= text.length) return { type: 'end', text: '', start, end: start }
  const char = text[start]!
  if (char === '"' || char === "'") return readStringToken(text, start)
  if (char === '/') return readRegexToken(text, start)
  if (char === '$') return readExpansionToken(text, start)
  const [number] = match(/[0-9]+/y, text, start)
  if (number !== undefined) return readNumberToken(number, start)
  const [name] = match(/[A-Za-z_][A-Za-z0-9_.]*/y, text, start)
  if (name !== undefined) return readNameToken(name, start)
  const [strict] = match(/[=!]==/y, text, start)
  if (strict !== undefined) refuseStrict(strict, start)
  const [sign] = match(/==|!=|=~|!~|&&|\|\||[!(),?:[\]]/y, text, start)
  if (sign !== undefined) return { type: 'sign', text: sign, start, end: start + sign.length }
  return refuseSign(text, start)
}

/** What a sticky expression finds at `start`, with its groups; an empty list where it finds nothing. */
function match(expression: RegExp, text: string, start: number): readonly string[] {
  expression.lastIndex = start
  return expression.exec(text) ?? []
}

/** Blanks and `// comments`. */
function skipBlanks(text: string, at: number): number {
  return at + match(/(?:[ \t\r\n]+|\/\/[^\n]*)*/y, text, at)[0]!.length
}

function readStringToken(text: string, start: number): Token {
  const close = findStringEnd(text, start, text.length)
  if (close === undefined) refuse('unterminated', start, text.length, `the string has no closing ${text[start]}`)
  const end = close + 1
  return { type: 'string', text: text.slice(start, end), parts: readString(text, start, close), start, end }
}

function readRegexToken(text: string, start: number): Token {
  const close = findStringEnd(text, start, text.length)
  if (close === undefined) refuse('unterminated', start, text.length, 'the regular expression has no closing /')
  const [flags = ''] = match(/[A-Za-z_]+/y, text, close + 1)
  const end = close + 1 + flags.length
  return { type: 'regex', text: text.slice(start, end), source: text.slice(start + 1, close), flags, start, end }
}

function readExpansionToken(text: string, start: number): Token {
  const node = readOperand(text, start)
  if (node) return { type: 'expansion', text: text.slice(start, node.end), node, start, end: node.end }
  if (text[start + 1] === '{') refuse('unterminated', start, text.length, '"${" has no closing "}"')
  return refuse('expansion', start, start + 1, '"$" begins no variable: names start with a letter or "_"')
}

function readNumberToken(text: string, start: number): Token {
  const end = start + text.length
  const octal = text.length > 1 && text.startsWith('0')
  if (octal && /[89]/.test(text))
    refuse('number', start, end, `"${text}" is not a number: a leading 0 means octal`, text.replace(/^0+/, ''))
  const value = BigInt(octal ? `0o${text}` : text)
  if (value >= 2n ** 63n) refuse('number', start, end, `the number ${text} is too large`)
  const isSafe = Number.isSafeInteger(Number(value))
  return { type: 'number', text, value: isSafe ? Number(value) : value, start, end }
}

function readNameToken(text: string, start: number): Token {
  const end = start + text.length
  if (text.endsWith('.')) refuse('unexpected', start, end, `"${text}" ends in a dot`, text.replace(/\.+$/, ''))
  if (text.includes('..'))
    refuse('unexpected', start, end, `"${text}" has two dots in a row`, text.replace(/\.+/g, '.'))
  return { type: 'name', text, start, end }
}

function refuseStrict(sign: string, start: number): never {
  const meant = sign.slice(0, 2)
  return refuse('operator', start, start + sign.length, `there is no "${sign}": write "${meant}"`, meant)
}

/** What writers of other languages try, and what to write here instead. */
const foreignSigns: readonly (readonly [sign: string, message: string, suggestion?: string])[] = [
  ['=', '"=" compares nothing: write "=="', '=='],
  ['&', '"&" joins nothing: write "&&"', '&&'],
  ['|', '"|" joins nothing: write "||"', '||'],
  ['@>', 'there is no "@>": write "includes"', 'includes'],
  ['<=', 'there is no "<=": conditions know no order, only == and !='],
  ['>=', 'there is no ">=": conditions know no order, only == and !='],
  ['<', 'there is no "<": conditions know no order, only == and !='],
  ['>', 'there is no ">": conditions know no order, only == and !='],
  ['+', 'there is no "+": conditions do not calculate; text is joined inside a string, as in "a-${NAME}"'],
  ['-', 'there is no "-": numbers have no sign and names no hyphen'],
  ['.', 'a dot stands only inside a name: numbers have no fraction'],
  ['~', '"~" matches nothing: write "=~"', '=~'],
  ['“', 'typographic quotes quote nothing: write "', '"'],
  ['”', 'typographic quotes quote nothing: write "', '"'],
  ['‘', "typographic quotes quote nothing: write '", "'"],
  ['’', "typographic quotes quote nothing: write '", "'"],
  ['`', 'backticks quote nothing: write "', '"'],
  ['{', 'there are no braces in conditions, but in "${NAME}"'],
]

function refuseSign(text: string, start: number): never {
  const known = foreignSigns.find(([sign]) => text.startsWith(sign, start))
  if (known) return refuse('operator', start, start + known[0].length, known[1], known[2])
  const char = String.fromCodePoint(text.codePointAt(start)!)
  return refuse('unexpected', start, start + char.length, `"${char}" has no meaning in a condition`)
}
