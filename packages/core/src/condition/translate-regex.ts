import { spellCode, translateClass } from './regex-class.ts'
import { refuseRegex, regexRefusal, type RegexReader, type RegexRefusal } from './regex-reader.ts'

/** A regular expression of a condition, in the spelling of RegExp with the flag `u`. */
export interface TranslatedRegex {
  /** Undefined where Buildkite accepts what RegExp cannot say. */
  readonly pattern: string | undefined
  /** Whether a repetition inside a repetition may take exponential time on a long text. */
  readonly explosive: boolean
}

/**
 * Translates the inside of `/…/`, or says why Buildkite refuses it (docs/spec/conditionals.md §9): POSIX classes, a
 * leading `]`, `(?i)` and `(?#…)` have no equal in RegExp, or none in every engine.
 */
export function translateRegex(source: string): TranslatedRegex | { readonly refused: RegexRefusal } {
  const reader: RegexReader = { source, at: 0, foldCase: false, translatable: true, depth: 0 }
  try {
    const group = readAlternatives(reader)
    if (reader.at < source.length) refuseRegex(reader.at, reader.at + 1, 'the ")" closes no group')
    compile(group.pattern, reader)
    return Object.freeze({ pattern: reader.translatable ? group.pattern : undefined, explosive: group.explosive })
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

/** One way through a group, as far as it matters to the time that repeating the group may take. */
interface Branch {
  readonly pattern: string
  /** The literal character it starts with. */
  readonly first: string | undefined
  /** The single characters or classes that may repeat a variable number of times. */
  readonly loops: readonly string[]
  /** Whether it holds a group of variable length. */
  readonly nested: boolean
  readonly explosive: boolean
}

interface Group {
  readonly pattern: string
  readonly branches: readonly Branch[]
  readonly explosive: boolean
}

interface Atom {
  readonly pattern: string
  readonly literal?: string | undefined
  readonly group?: Group | undefined
}

const maximumDepth = 100

function readAlternatives(reader: RegexReader): Group {
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
  const pattern = branches.map((branch) => branch.pattern).join('|')
  return { pattern, branches, explosive: branches.some((branch) => branch.explosive) }
}

function readBranch(reader: RegexReader): Branch {
  const patterns: string[] = []
  const loops: string[] = []
  let [first, nested, explosive]: [string | undefined, boolean, boolean] = [undefined, false, false]
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const atom = readAtom(reader)
    const quantifier = readQuantifier(reader, atom)
    if (patterns.length === 0 && quantifier === '') first = atom.literal
    patterns.push(atom.pattern, quantifier)
    if (atom.group === undefined) {
      if (quantifier !== '' || isBackReference(atom)) loops.push(atom.pattern)
      continue
    }
    nested ||= quantifier !== '' || isVariable(atom.group)
    explosive ||= atom.group.explosive || (/^(?:[*+]|\{\d+,|\{\d{2})/.test(quantifier) && !isSeparated(atom.group))
  }
  return { pattern: patterns.join(''), first, loops, nested, explosive }
}

function isVariable(group: Group): boolean {
  return group.branches.length > 1 || group.branches.some((branch) => branch.loops.length > 0 || branch.nested)
}

/**
 * Whether a text falls into repetitions of the group in one way at most: each begins with a character that tells its
 * branch and that no variable part can take, as in `(\.\d+)*`.
 */
function isSeparated(group: Group): boolean {
  if (!isVariable(group)) return true
  const loops = group.branches.flatMap((branch) => branch.loops)
  // What a back reference takes is not known before.
  if (loops.some((pattern) => isBackReference({ pattern }))) return false
  const firsts = group.branches.map((branch) => branch.first?.toLowerCase())
  if (group.branches.some((branch) => branch.nested) || new Set(firsts).size < firsts.length) return false
  const patterns = loops.map((loop) => new RegExp(`^(?:${loop})$`, 'iu'))
  return firsts.every((first) => first !== undefined && !patterns.some((pattern) => pattern.test(first)))
}

function isBackReference({ pattern }: Atom): boolean {
  return /^\\[1-9]/.test(pattern)
}

/** The quantifier after an atom; possessive ones are refused. */
function readQuantifier(reader: RegexReader, atom: Atom): string {
  skipComments(reader)
  const start = reader.at
  const [written = '', base = ''] = sticky(/([*+?]|\{\d+(?:,\d*)?\})\??/y, reader)
  if (written === '') return ''
  if (atom.pattern === '') refuseRegex(start, start + written.length, `the "${written}" repeats nothing`)
  reader.at += written.length
  const next = reader.source[reader.at]
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

function readAtom(reader: RegexReader): Atom {
  skipComments(reader)
  const start = reader.at
  if (start >= reader.source.length) return { pattern: '' }
  const char = String.fromCodePoint(reader.source.codePointAt(start)!)
  if (char === '|' || char === ')') return { pattern: '' }
  if (/[*+?]/.test(char)) refuseRegex(start, start + 1, `the "${char}" repeats nothing`)
  reader.at += char.length
  if (char === '[') return { pattern: translateClass(reader) }
  if (char === '(') return readGroup(reader, start)
  if (char === '\\') return readEscape(reader, start)
  if (char === '.') return { pattern: '[^\\n]' }
  if (char === '^' || char === '$') return { pattern: char }
  return literal(char, reader)
}

function literal(char: string, reader: RegexReader): Atom {
  const other = char.toLowerCase() === char ? char.toUpperCase() : char.toLowerCase()
  const pattern = spellCode(char.codePointAt(0)!)
  if (!reader.foldCase || !/^[A-Za-z]$/.test(char)) return { pattern, literal: char }
  return { pattern: `[${char}${other}]`, literal: char }
}

/** What may follow `(?` and is refused: the spelling, and its name. */
const refusedGroups: readonly (readonly [spelling: RegExp, name: string])[] = [
  [/\(\?<[=!]/y, 'look-behind'],
  [/\(\?>/y, 'an atomic group'],
  [/\(\?P?<|\(\?'/y, 'a named group'],
  [/\(\?\(/y, 'a condition'],
]

function readGroup(reader: RegexReader, start: number): Atom {
  reader.at = start
  const [flags, letters, ender] = sticky(/\(\?([imnsx]*(?:-[imnsx]+)?)([:)])/y, reader)
  if (flags !== undefined && letters !== '') return readFlags(reader, flags, letters!, ender === ')')
  for (const [spelling, name] of refusedGroups) {
    const [written] = sticky(spelling, reader)
    if (written !== undefined) refuseRegex(start, start + written.length, `${name} ("${written}") is not allowed`)
  }
  const [head = '('] = sticky(/\(\?[:=!]/y, reader)
  reader.at += head.length
  if (head === '(' && reader.source[reader.at] === '?')
    refuseRegex(start, reader.at + 2, `"${reader.source.slice(start, reader.at + 2)}" begins no known group`)
  const group = closeGroup(reader, start)
  // RegExp refuses to repeat a bare look-ahead.
  const pattern = /[=!]$/.test(head) ? `(?:${head}${group.pattern}))` : `${head}${group.pattern})`
  return { pattern, group }
}

function closeGroup(reader: RegexReader, start: number): Group {
  const group = readAlternatives(reader)
  if (reader.source[reader.at] !== ')') refuseRegex(start, start + 1, 'the "(" is never closed')
  reader.at++
  return group
}

/** `(?i)` holds to the end of the group it stands in, `(?i:…)` inside its own. */
function readFlags(reader: RegexReader, written: string, letters: string, bare: boolean): Atom {
  const start = reader.at
  const outer = reader.foldCase
  const [on = '', off = ''] = letters.split('-')
  if (/[mnsx]/.test(letters)) reader.translatable = false
  reader.foldCase = (outer || on.includes('i')) && !off.includes('i')
  reader.at += written.length
  if (bare) return { pattern: '' }
  const group = closeGroup(reader, start)
  reader.foldCase = outer
  return { pattern: `(?:${group.pattern})`, group }
}

const controls: Readonly<Record<string, string>> = {
  a: '\\x07',
  e: '\\x1b',
  A: '^',
  z: '$',
  Z: '(?=\\n?$)',
  h: '[0-9A-Fa-f]',
}

function readEscape(reader: RegexReader, start: number): Atom {
  if (reader.at >= reader.source.length) return refuseRegex(start, reader.at, 'a "\\" escapes nothing')
  const [same] = sticky(/[dDwWsSbBnrtfv]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|c[A-Za-z]|[1-9]\d?|0(?!\d)/y, reader)
  if (same !== undefined) {
    reader.at += same.length
    return { pattern: `\\${same}` }
  }
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at)!)
  reader.at += char.length
  if (Object.hasOwn(controls, char)) return { pattern: controls[char]! }
  if (/[A-Za-z0-9]/.test(char)) reader.translatable = false
  return literal(char, reader)
}
