import { spellCode, translateClass } from './regex-class.ts'
import { nothing, type RegexNode } from './regex-node.ts'
import { refuseRegex, regexRefusal, type RegexReader, type RegexRefusal } from './regex-reader.ts'

/** A regular expression of a condition. */
export interface TranslatedRegex {
  /** What it matches. Undefined where Buildkite accepts what is not known well enough to be tried. */
  readonly node: RegexNode | undefined
}

/**
 * Translates the inside of `/…/`, or says why Buildkite refuses it (docs/spec/conditionals.md §9): POSIX classes, a
 * leading `]`, `(?i)` and `(?#…)` have no equal in RegExp, or none in every engine.
 */
export function translateRegex(
  source: string,
  ignoreCase = false,
): TranslatedRegex | { readonly refused: RegexRefusal } {
  const reader: RegexReader = {
    source,
    at: 0,
    foldCase: ignoreCase,
    translatable: true,
    depth: 0,
    groups: 0,
    allGroups: countGroups(source),
  }
  try {
    const group = readAlternatives(reader)
    if (reader.at < source.length) refuseRegex(reader.at, reader.at + 1, 'the ")" closes no group')
    compile(group.pattern, reader)
    return Object.freeze({ node: reader.translatable ? group.node : undefined })
  } catch (error) {
    return Object.freeze({ refused: regexRefusal(error) })
  }
}

/** What RegExp still refuses, such as a back reference to no group, Buildkite's library refuses too. */
function compile(pattern: string, reader: RegexReader): void {
  if (!reader.translatable) return
  try {
    RegExp(pattern, 'u')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : ''
    refuseRegex(0, reader.source.length, `it is not well formed (${reason.toLowerCase()})`)
  }
}

/** A part as it is read: in the spelling of RegExp with the flag `u`, which tells whether it is well formed, and as a node. */
interface Part {
  readonly pattern: string
  readonly node: RegexNode
}

const empty: Part = { pattern: '', node: nothing }

const maximumDepth = 100

function readAlternatives(reader: RegexReader): Part {
  const outer = reader.foldCase
  if (++reader.depth > maximumDepth)
    refuseRegex(reader.at, reader.at + 1, `groups stand more than ${maximumDepth} deep`)
  const branches = [readBranch(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    branches.push(readBranch(reader))
  }
  reader.depth--
  reader.foldCase = outer
  const [first] = branches
  if (branches.length === 1) return first as Part
  const nodes = branches.map(({ node }) => node)
  return { pattern: branches.map(({ pattern }) => pattern).join('|'), node: { type: 'choice', nodes } }
}

function readBranch(reader: RegexReader): Part {
  const patterns: string[] = []
  const nodes: RegexNode[] = []
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const atom = readAtom(reader)
    const quantifier = readQuantifier(reader, atom)
    // RegExp refuses to repeat a bare place.
    const isPlace = atom.node.type === 'at' && quantifier !== ''
    patterns.push(isPlace ? `(?:${atom.pattern})` : atom.pattern, quantifier)
    nodes.push(quantifier === '' ? atom.node : repeated(atom.node, quantifier))
  }
  return {
    pattern: patterns.join(''),
    node: nodes.length === 1 ? (nodes[0] as RegexNode) : { type: 'sequence', nodes },
  }
}

function repeated(node: RegexNode, quantifier: string): RegexNode {
  const [, least = '', comma, most = ''] = /^\{(\d+)(,)?(\d*)\}/.exec(quantifier) ?? []
  if (least !== '') {
    const from = Number(least)
    return {
      type: 'repeat',
      node,
      least: from,
      most: comma === undefined ? from : most === '' ? Infinity : Number(most),
    }
  }
  return {
    type: 'repeat',
    node,
    least: quantifier.startsWith('+') ? 1 : 0,
    most: quantifier.startsWith('?') ? 1 : Infinity,
  }
}

/** The quantifier after an atom; possessive ones are refused. */
function readQuantifier(reader: RegexReader, atom: Part): string {
  skipComments(reader)
  const start = reader.at
  const [written = '', base = ''] = sticky(/([*+?]|\{\d+(?:,\d*)?\})\??/y, reader)
  if (written === '') return ''
  if (atom.pattern === '') refuseRegex(start, start + written.length, `the "${written}" repeats nothing`)
  reader.at += written.length
  skipComments(reader)
  if (reader.source[reader.at] === '?' && !written.endsWith('?')) {
    reader.at++
    return `${written}?`
  }
  if (/^\{\d{10,}|^\{\d+,\d{10,}/.test(written)) refuseRegex(start, reader.at, `"${written}" repeats too often`)
  const next = reader.source[reader.at]
  if (/^\{\d+(?:,\d*)?\}/.test(reader.source.slice(reader.at, reader.at + 24)))
    refuseRegex(start, reader.at + 1, `the "{" repeats the quantifier "${written}"`)
  if (next === '+') refuseRegex(start, reader.at + 1, `possessive quantifiers ("${base}+") are not allowed`)
  if (next === '*') refuseRegex(start, reader.at + 1, `the "*" repeats the quantifier "${written}"`)
  return written
}

function skipComments(reader: RegexReader): void {
  while (reader.source.startsWith('(?#', reader.at)) {
    const close = reader.source.indexOf(')', reader.at)
    if (close < 0) refuseRegex(reader.at, reader.source.length, 'the comment "(?#" is never closed')
    reader.at = close + 1
  }
}

function sticky(expression: RegExp, reader: RegexReader): readonly string[] {
  expression.lastIndex = reader.at
  return expression.exec(reader.source) ?? []
}

function readAtom(reader: RegexReader): Part {
  skipComments(reader)
  const start = reader.at
  if (start >= reader.source.length) return empty
  const char = String.fromCodePoint(reader.source.codePointAt(start)!)
  if (char === '|' || char === ')') return empty
  if (/[*+?]/.test(char)) refuseRegex(start, start + 1, `the "${char}" repeats nothing`)
  reader.at += char.length
  if (char === '[') return character(translateClass(reader), reader)
  if (char === '(') return readGroup(reader, start)
  if (char === '\\') return readEscape(reader, start)
  if (char === '.') return character('[^\\n]', reader)
  if (char === '^') return { pattern: char, node: { type: 'at', place: 'start' } }
  if (char === '$') return { pattern: char, node: { type: 'at', place: 'end' } }
  if (char === '{' && /^\d+(?:,\d*)?\}/.test(reader.source.slice(reader.at, reader.at + 24)))
    refuseRegex(start, start + 1, 'the "{" repeats nothing')
  return literal(char, reader)
}

/** One character, as a pattern of RegExp says. */
function character(pattern: string, { foldCase }: RegexReader): Part {
  return { pattern, node: { type: 'character', pattern, ignoreCase: foldCase } }
}

function literal(char: string, reader: RegexReader): Part {
  return character(spellCode(char.codePointAt(0)!), reader)
}

/** What may follow `(?` and is refused: the spelling, and its name. */
const refusedGroups: readonly (readonly [spelling: RegExp, name: string])[] = [
  [/\(\?<[=!]/y, 'look-behind'],
  [/\(\?>/y, 'an atomic group'],
  [/\(\?P?<|\(\?'/y, 'a named group'],
  [/\(\?\(/y, 'a condition'],
]

function readGroup(reader: RegexReader, start: number): Part {
  reader.at = start
  const [flags, letters, ender] = sticky(/\(\?([imnsux]*(?:-[imnsux]*)?)([:)])/y, reader)
  if (flags !== undefined && letters !== '') return readFlags(reader, flags, letters!, ender === ')')
  for (const [spelling, name] of refusedGroups) {
    const [written] = sticky(spelling, reader)
    if (written !== undefined) refuseRegex(start, start + written.length, `${name} ("${written}") is not allowed`)
  }
  const [head = '('] = sticky(/\(\?[:=!]/y, reader)
  reader.at += head.length
  if (head === '(' && reader.source[reader.at] === '?')
    refuseRegex(start, reader.at + 2, `"${reader.source.slice(start, reader.at + 2)}" begins no known group`)
  const number = head === '(' ? ++reader.groups : 0
  const { pattern, node } = closeGroup(reader, start)
  if (head === '(') return { pattern: `(${pattern})`, node: { type: 'capture', number, node } }
  if (head === '(?:') return { pattern: `(?:${pattern})`, node }
  // RegExp refuses to repeat a bare look-ahead.
  return { pattern: `(?:${head}${pattern}))`, node: { type: 'look', node, isNegative: head === '(?!' } }
}

function closeGroup(reader: RegexReader, start: number): Part {
  const group = readAlternatives(reader)
  if (reader.source[reader.at] !== ')') refuseRegex(start, start + 1, 'the "(" is never closed')
  reader.at++
  return group
}

/** `(?i)` holds to the end of the group it stands in, `(?i:…)` inside its own. */
function readFlags(reader: RegexReader, written: string, letters: string, bare: boolean): Part {
  const start = reader.at
  const outer = reader.foldCase
  const [on = '', off = ''] = letters.split('-')
  if (/[mnsx]/.test(on)) reader.translatable = false
  reader.foldCase = (outer || on.includes('i')) && !off.includes('i')
  reader.at += written.length
  if (bare) return empty
  const group = closeGroup(reader, start)
  reader.foldCase = outer
  return { pattern: `(?:${group.pattern})`, node: group.node }
}

const controls: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1b', h: '[0-9A-Fa-f]' }

/** White space of the reference evaluator: narrower than that of RegExp. */
const spaces: Readonly<Record<string, string>> = { s: '[\\t\\n\\f\\r ]', S: '[^\\t\\n\\f\\r ]' }

const places: Readonly<Record<string, readonly [pattern: string, place: Extract<RegexNode, { type: 'at' }>['place']]>> =
  {
    b: ['\\b', 'word'],
    B: ['\\B', 'no word'],
    A: ['^', 'start'],
    z: ['$', 'end'],
    Z: ['(?=\\n?$)', 'last line'],
  }

function readEscape(reader: RegexReader, start: number): Part {
  if (reader.at >= reader.source.length) return refuseRegex(start, reader.at, 'a "\\" escapes nothing')
  const back = readBackReference(reader)
  if (back !== undefined) return back
  const [same] = sticky(/[dDwWnrtfv]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|c[A-Za-z]|0(?!\d)/y, reader)
  if (same !== undefined) {
    reader.at += same.length
    return character(`\\${same}`, reader)
  }
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at)!)
  reader.at += char.length
  const place = Object.hasOwn(places, char) ? places[char] : undefined
  if (place !== undefined) return { pattern: place[0], node: { type: 'at', place: place[1] } }
  const known = Object.hasOwn(spaces, char) ? spaces[char] : Object.hasOwn(controls, char) ? controls[char] : undefined
  if (known !== undefined) return character(known, reader)
  if (/[xuk]/.test(char)) refuseRegex(start, reader.at, `"\\${char}" is not followed by what it needs`)
  if (/[A-Za-z0-9]/.test(char)) reader.translatable = false
  return literal(char, reader)
}

/** `\1`; of two digits for which there is no such group, a character by its octal number. Returns undefined if it is neither. */
function readBackReference(reader: RegexReader): Part | undefined {
  const [digits] = sticky(/[1-9]\d?/y, reader)
  if (digits === undefined) return undefined
  const [octal] = sticky(/[1-7][0-7]{1,2}/y, reader)
  if (Number(digits) > reader.allGroups && octal !== undefined) {
    reader.at += octal.length
    return character(spellCode(parseInt(octal, 8)), reader)
  }
  reader.at += digits.length
  const node: RegexNode = { type: 'back', number: Number(digits), ignoreCase: reader.foldCase }
  return { pattern: `\\${digits}`, node }
}

/** How many groups there are that take something. */
function countGroups(source: string): number {
  const parts = source.matchAll(/\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\((?!\?)/g)
  return Array.from(parts).filter(([part]) => part === '(').length
}
