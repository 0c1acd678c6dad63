import { joinBytes } from './bytes.ts'
import type { ConditionExpansion, ConditionText, ExpansionOperation } from './condition-node.ts'
import { refuse } from './condition-problem.ts'
import { type BracketEnds, findBracketEnd, findColons, findStringEnd } from './find-bracket-end.ts'
import { readEscape } from './read-escape.ts'

/** Expansions may stand inside expansions; nobody nests them deeper than this. */
const maximumDepth = 20

/** A part of a condition that is read as text, up to its limit. */
interface Place {
  readonly text: string
  readonly limit: number
  /** Whether it belongs to an expansion that is a value of its own: Buildkite reads its inside only in a build. */
  readonly isOperand: boolean
  /** Whether quoted parts stand in it, as in `${N:-'a' "b"}`; between the quotes of a string they do not. */
  readonly isQuoting: boolean
  /** How many expansions are around it. */
  readonly depth: number
  readonly ends: BracketEnds
}

/**
 * The value of the string between two quotes: `'…'` is literal, `"…"` knows escapes and expansions
 * (docs/spec/conditionals.md §2).
 */
export function readString(text: string, start: number, limit: number): ConditionText {
  return readQuoted({ text, limit, isOperand: false, isQuoting: false, depth: 0, ends: new Map() }, start)
}

/** Reads the `$NAME` or `${…}` that is a value of its own; undefined where none begins or its bracket is not closed. */
export function readOperand(text: string, start: number): ConditionExpansion | undefined {
  return readExpansion({ text, limit: text.length, isOperand: true, isQuoting: true, depth: 0, ends: new Map() }, start)
}

function readQuoted(place: Place, start: number): ConditionText {
  if (place.text[start] === '"') return readText(place, start + 1)
  return Object.freeze([place.text.slice(start + 1, place.limit).replace(/\\([\\'])/g, '$1')])
}

/** What holds no expansion between its brackets is a mistake only for a build that comes to it. */
function readExpansion(place: Place, start: number): ConditionExpansion | undefined {
  const { text, isOperand, depth } = place
  const [bare, bareName, suffix] = match(/\$([A-Za-z_][A-Za-z0-9_]*)([A-Za-z0-9_.]*)/y, text, start)
  if (bare !== undefined) return expansion(start, start + bare.length, bareName, suffix)
  if (text[start + 1] !== '{') return undefined
  const limit = findBracketEnd(place, start, isOperand && depth === 0)
  if (limit === undefined) return undefined
  if (depth >= maximumDepth)
    refuse('too-deep', start, limit + 1, `expansions stand more than ${maximumDepth} deep in each other`)
  const [name] = match(/[A-Za-z_][A-Za-z0-9_]*/y, text, start + 2)
  const inside: Place = { ...place, limit, isQuoting: true, depth: depth + 1, ends: new Map() }
  const operation =
    name === undefined
      ? broken('a variable name is missing after "${"', start, limit + 1)
      : readOperation(inside, start + 2 + name.length)
  return expansion(start, limit + 1, name, '', operation)
}

/** What a sticky expression finds at `start`, with its groups; an empty list where it finds nothing. */
function match(expression: RegExp, text: string, start: number): readonly string[] {
  expression.lastIndex = start
  return expression.exec(text) ?? []
}

function expansion(
  start: number,
  end: number,
  name = '',
  suffix = '',
  operation?: ExpansionOperation,
): ConditionExpansion {
  return Object.freeze({ type: 'expansion', name, suffix, operation, start, end })
}

function broken(message: string, start: number, end: number): ExpansionOperation {
  return Object.freeze({ kind: 'broken', message, start, end })
}

const kinds = { '-': 'default', '+': 'alternative' } as const

function readOperation(place: Place, start: number): ExpansionOperation | undefined {
  const { text, limit } = place
  const written = text.slice(start, limit)
  if (written === '') return undefined
  const [, colon, sign] = /^(:?)([-+?]?)/.exec(written)!
  const orEmpty = colon === ':'
  const word = start + colon!.length + sign!.length
  if (sign === '?') return Object.freeze({ kind: 'required', orEmpty })
  if (sign === '-' || sign === '+') return Object.freeze({ kind: kinds[sign], orEmpty, word: readText(place, word) })
  if (orEmpty) return readSlice(place, start + 1)
  const message = `"${written}" is none of the forms of "\${NAME}": :-word, :+word, :?, :offset:length`
  return broken(message, start, limit)
}

function readSlice(place: Place, start: number): ExpansionOperation {
  const { text, limit } = place
  const [colon, second] = findColons(text, start, limit)
  if (second !== undefined)
    return broken('a part of a variable has an offset and a length, no third number', second, limit)
  const offset = readText({ ...place, limit: colon ?? limit, ends: new Map() }, start)
  const length = colon === undefined ? undefined : readText(place, colon + 1)
  return Object.freeze({ kind: 'slice', offset, length })
}

function readText(place: Place, start: number): ConditionText {
  const parts: (string | ConditionExpansion)[] = []
  for (let at = start; at < place.limit;) {
    const piece = readPiece(place, at)
    for (const part of piece.parts) {
      const last = parts.at(-1)
      if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
      else parts.push(part)
    }
    at = piece.end
  }
  return Object.freeze(parts.map((part) => (typeof part === 'string' ? joinBytes(part) : part)))
}

interface Piece {
  readonly parts: ConditionText
  readonly end: number
}

function readPiece(place: Place, at: number): Piece {
  const { text, limit, isOperand, isQuoting } = place
  const char = text[at]!
  if (char === '\\') {
    const { value, end, problem } = readEscape(text, at, limit)
    if (problem !== undefined && !isOperand) refuse('escape', at, end, problem)
    return { parts: [problem === undefined ? value : expansion(at, end, '', '', broken(problem, at, end))], end }
  }
  if (char === '$') return readDollar(place, at)
  const close = isQuoting && (char === '"' || char === "'") ? findStringEnd(text, at, limit) : undefined
  if (close === undefined) return { parts: [char], end: at + 1 }
  return { parts: readQuoted({ ...place, limit: close, isQuoting: false, ends: new Map() }, at), end: close + 1 }
}

/** `$$` is one `$`; a `$` that begins no expansion stands for itself. */
function readDollar(place: Place, at: number): Piece {
  if (at + 1 < place.limit && place.text[at + 1] === '$') return { parts: ['$'], end: at + 2 }
  const read = readExpansion(place, at)
  return read ? { parts: [read], end: read.end } : { parts: ['$'], end: at + 1 }
}
