import { refuseRegex, type RegexReader } from './regex-reader.ts'

/** POSIX classes, each as its ranges: two characters a range. ASCII, as in the reference evaluator. */
const posix: Readonly<Record<string, string>> = {
  alnum: '09AZaz',
  alpha: 'AZaz',
  ascii: '\0\x7f',
  blank: '\t\t  ',
  cntrl: '\0\x1f\x7f\x7f',
  digit: '09',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '\t\r  ',
  upper: 'AZ',
  word: '09AZ__az',
  xdigit: '09AFaf',
}

/** Those that the reference evaluator takes beyond ASCII, in the spelling of RegExp. */
const beyondAscii: Readonly<Record<string, string>> = { digit: '\\p{Nd}', space: '\\s' }

type Range = readonly [from: number, to: number]
type Item = { readonly code: number } | { readonly set: string }

/**
 * Translates the `[…]` whose inside the reader is about to read; a leading `]` stands for itself
 * (docs/spec/conditionals.md §9).
 */
export function translateClass(reader: RegexReader): string {
  const start = reader.at - 1
  const negated = take(reader, '^')
  const parts: string[] = []
  for (let first = true; first || reader.source[reader.at] !== ']'; first = false) {
    if (reader.at >= reader.source.length) refuseRegex(start, reader.at, 'the "[" is never closed')
    parts.push(translateItem(reader))
  }
  reader.at++
  return `[${negated ? '^' : ''}${parts.join('')}]`
}

function take(reader: RegexReader, text: string): boolean {
  const found = reader.source.startsWith(text, reader.at)
  if (found) reader.at += text.length
  return found
}

function translateItem(reader: RegexReader): string {
  const start = reader.at
  const from = readItem(reader)
  if ('set' in from) return from.set
  const next = reader.source[reader.at + 1]
  if (reader.source[reader.at] !== '-' || next === ']' || next === undefined)
    return spell([from.code, from.code], reader)
  const hyphen = reader.at++
  const to = readItem(reader)
  if ('set' in to)
    return refuseRegex(start, reader.at, `a range cannot end in "${reader.source.slice(hyphen + 1, reader.at)}"`)
  if (to.code < from.code)
    refuseRegex(start, reader.at, `the range "${reader.source.slice(start, reader.at)}" is the wrong way round`)
  return spell([from.code, to.code], reader)
}

function readItem(reader: RegexReader): Item {
  const named = /^\[:(\^?)([a-z]*):\]/.exec(reader.source.slice(reader.at, reader.at + 16))
  if (named) return readPosix(reader, named[0], named[2]!, named[1] === '^')
  if (take(reader, '\\')) return readClassEscape(reader)
  const code = reader.source.codePointAt(reader.at)!
  reader.at += code > 0xffff ? 2 : 1
  return { code }
}

function readPosix(reader: RegexReader, written: string, name: string, negated: boolean): Item {
  const start = reader.at
  reader.at += written.length
  const ends = Object.hasOwn(posix, name) ? posix[name] : undefined
  if (ends === undefined) return refuseRegex(start, reader.at, `there is no character class "${written}"`)
  const wider = beyondAscii[name]
  if (wider !== undefined) return { set: negated ? wider.toUpperCase().replace('ND', 'Nd') : wider }
  const ranges: Range[] = []
  for (let i = 0; i < ends.length; i += 2) ranges.push([ends.charCodeAt(i), ends.charCodeAt(i + 1)])
  return { set: (negated ? complement(ranges) : ranges).map((range) => spell(range, reader)).join('') }
}

function complement(ranges: readonly Range[]): readonly Range[] {
  const starts = [0, ...ranges.map(([, to]) => to + 1)]
  const ends = [...ranges.map(([from]) => from - 1), 0x10ffff]
  return starts.map((from, i): Range => [from, ends[i]!]).filter(([from, to]) => from <= to)
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27, b: 8 }

function readClassEscape(reader: RegexReader): Item {
  const rest = reader.source.slice(reader.at, reader.at + 5)
  const coded = /^(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/.exec(rest)?.[0] ?? /^[0-7]{1,3}/.exec(rest)?.[0]
  if (coded !== undefined) {
    reader.at += coded.length
    return { code: /^[xu]/.test(coded) ? parseInt(coded.slice(1), 16) : parseInt(coded, 8) }
  }
  const code = reader.source.codePointAt(reader.at)
  if (code === undefined) return refuseRegex(reader.at - 1, reader.at, 'a "\\" escapes nothing')
  const char = String.fromCodePoint(code)
  reader.at += char.length
  if (/[dDwW]/.test(char)) return { set: `\\${char}` }
  if (char === 's') return { set: '\\t\\n\\f\\r ' }
  if (char === 'S') return { set: complement(whiteSpace).map(spellRange).join('') }
  if (char === 'h') return { set: '0-9A-Fa-f' }
  return { code: Object.hasOwn(controls, char) ? controls[char]! : code }
}

/** White space of the reference evaluator: tab, line feed, form feed, carriage return and blank. */
const whiteSpace: readonly Range[] = [
  [9, 10],
  [12, 13],
  [32, 32],
]

/** A range in the spelling of RegExp; inside `(?i)` with the same letters in the other case. */
function spell(range: Range, reader: RegexReader): string {
  const swapped = reader.foldCase ? [otherCase(range, 65, 32), otherCase(range, 97, -32)] : []
  return [range, ...swapped.filter((other) => other !== undefined)].map(spellRange).join('')
}

function otherCase([from, to]: Range, first: number, shift: number): Range | undefined {
  const [low, high] = [Math.max(from, first), Math.min(to, first + 25)]
  return low <= high ? [low + shift, high + shift] : undefined
}

function spellRange([from, to]: Range): string {
  return from === to ? spellCode(from) : `${spellCode(from)}-${spellCode(to)}`
}

/** A character by its code, which no syntax of RegExp can mistake. */
export function spellCode(code: number): string {
  return /[A-Za-z0-9]/.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : `\\u{${code.toString(16)}}`
}
