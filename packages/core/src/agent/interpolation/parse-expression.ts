import type { Expansion, Expression, InterpolationFault, Part } from './expression.ts'

/** Reading position in a text; the first fault met ends the reading. */
interface Cursor {
  readonly text: string
  at: number
  /** How many expressions stand around the position. */
  depth: number
  fault: InterpolationFault | undefined
}

// The agent stops every scan at U+FFFD, since Go cannot tell it from a broken byte.
const namePattern = /[\p{L}\p{N}_]*/uy
const letter = /\p{L}/uy
const outsideBrace = /[^$\\\ufffd]*/y
const insideBrace = /[^$\\}\ufffd]*/y
const offsetText = /[^:}\ufffd]*/y
const lengthText = /[^}\ufffd]*/y
// Go's unicode.IsSpace, which is not quite JavaScript's \s.
const goBlank = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*'
const goInteger = new RegExp(`^${goBlank}([+-]?[0-9]+)${goBlank}$`)

/** Deeper expressions are not read, though the agent would: real ones have two levels. */
const maximumDepth = 200

/** Parses a text by the agent's upload-time grammar (docs/spec/upload.md §4.1). */
export function parseExpression(text: string): Expression | InterpolationFault {
  const cursor: Cursor = { text, at: 0, depth: 0, fault: undefined }
  const parts = readParts(cursor, outsideBrace)
  return cursor.fault ?? parts
}

function readParts(cursor: Cursor, plain: RegExp): Expression {
  const parts: Part[] = []
  const end = plain === insideBrace ? '}' : undefined
  while (cursor.fault === undefined && cursor.at < cursor.text.length && cursor.text[cursor.at] !== end) {
    parts.push(readPart(cursor, plain))
  }
  return parts
}

function readPart(cursor: Cursor, plain: RegExp): Part {
  const { text, at } = cursor
  const pair = text.slice(at, at + 2)
  if (pair === '\\\\' || pair === '$(') return take(cursor, 2)
  if (pair === '\\$' || pair === '$$') {
    cursor.at += 2
    return '$'
  }
  if (pair.length === 2 && pair.startsWith('$')) return readExpansion(cursor)
  // One character is taken whatever it is: a lone backslash, a last `$`, or U+FFFD.
  return take(cursor, text.codePointAt(at)! > 0xffff ? 2 : 1) + scan(cursor, plain)
}

function readExpansion(cursor: Cursor): Part {
  cursor.at++
  if (cursor.text[cursor.at] === '{') return readBrace(cursor)
  if (!isLetter(cursor)) return '$'
  return { form: 'value', name: scan(cursor, namePattern) }
}

function readBrace(cursor: Cursor): Part {
  cursor.at++
  if (!isLetter(cursor)) return fail(cursor, 'identifier', 'a name starting with a letter is expected')
  const name = scan(cursor, namePattern)
  const operator = cursor.text[cursor.at]
  if (operator === '}') {
    cursor.at++
    return { form: 'value', name }
  }
  const expansion = readOperation(cursor, name, operator)
  if (expansion === undefined) return ''
  if (cursor.text[cursor.at] !== '}') return fail(cursor, 'operator', 'the closing } is missing')
  cursor.at++
  return expansion
}

function readOperation(cursor: Cursor, name: string, operator: string | undefined): Expansion | undefined {
  const form = cursor.text.startsWith(':-', cursor.at) ? 'if-empty' : operator === '-' ? 'if-unset' : 'required'
  if (operator === ':' && form !== 'if-empty') return readSubstring(cursor, name)
  if (operator !== ':' && operator !== '-' && operator !== '?') {
    fail(cursor, 'operator', operator === undefined ? 'the closing } is missing' : `unexpected ${operator}`)
    return undefined
  }
  cursor.at += form === 'if-empty' ? 2 : 1
  if (++cursor.depth > maximumDepth) fail(cursor, 'depth', `it stands in more than ${maximumDepth} others`)
  const word = readParts(cursor, insideBrace)
  cursor.depth--
  return cursor.fault === undefined ? { form, name, word } : undefined
}

function readSubstring(cursor: Cursor, name: string): Expansion | undefined {
  cursor.at++
  const offset = readInteger(cursor, offsetText, 'offset')
  if (offset === undefined) return undefined
  if (cursor.text[cursor.at] === '}') return { form: 'substring', name, offset, length: undefined }
  cursor.at++
  const length = readInteger(cursor, lengthText, 'length')
  return length === undefined ? undefined : { form: 'substring', name, offset, length }
}

function readInteger(cursor: Cursor, pattern: RegExp, kind: 'offset' | 'length'): number | undefined {
  const start = cursor.at
  const digits = goInteger.exec(scan(cursor, pattern))?.[1]
  if (digits !== undefined && BigInt.asIntN(64, BigInt(digits.replace('+', ''))) === BigInt(digits.replace('+', ''))) {
    return Number(digits)
  }
  cursor.at = start
  fail(cursor, kind, `the substring's ${kind} is not a number`)
  return undefined
}

function isLetter(cursor: Cursor): boolean {
  letter.lastIndex = cursor.at
  return letter.test(cursor.text)
}

function scan(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  return take(cursor, pattern.exec(cursor.text)?.[0].length ?? 0)
}

function take(cursor: Cursor, length: number): string {
  const taken = cursor.text.slice(cursor.at, cursor.at + length)
  cursor.at += length
  return taken
}

function fail(cursor: Cursor, kind: InterpolationFault['kind'], message: string): '' {
  cursor.fault ??= { kind, at: cursor.at, message }
  return ''
}
