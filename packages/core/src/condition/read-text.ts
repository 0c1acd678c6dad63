import type { ConditionExpansion, ConditionText, ExpansionOperation } from './condition-node.ts'
import { refuse } from './condition-problem.ts'
import { readEscape } from './read-escape.ts'

/** Expansions may stand inside expansions; nobody nests them deeper than this. */
const maximumDepth = 20

/** The offset of the quote that ends the string which starts at `start`, if there is one before `limit`. */
export function findStringEnd(text: string, start: number, limit: number): number | undefined {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at
  }
  return undefined
}

/**
 * The value of the string between two quotes: `'…'` is literal, `"…"` knows escapes and expansions
 * (docs/spec/conditionals.md §2).
 */
export function readString(text: string, start: number, end: number, depth = 0): ConditionText {
  if (text[start] === '"') return readText(text, start + 1, end, { quoting: false, depth })
  return Object.freeze([text.slice(start + 1, end).replace(/\\([\\'])/g, '$1')])
}

/**
 * Reads the `$NAME` or `${…}` at `start`; undefined where none begins or its bracket is not closed before `limit`.
 * Refuses brackets that hold no expansion (docs/spec/conditionals.md §6).
 */
export function readExpansion(text: string, start: number, limit: number, depth = 0): ConditionExpansion | undefined {
  const bare = /^\$([A-Za-z_][A-Za-z0-9_]*)([A-Za-z0-9_.]*)/.exec(text.slice(start, limit))
  if (bare) return expansion(start, start + bare[0].length, bare[1]!, bare[2]!, undefined)
  if (text[start + 1] !== '{' || start + 1 >= limit) return undefined
  const close = findBracketEnd(text, start + 2, limit)
  if (close === undefined) return undefined
  if (depth >= maximumDepth)
    refuse('too-deep', start, close + 1, `expansions stand more than ${maximumDepth} deep in each other`)
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(start + 2, close))?.[0]
  if (name === undefined) refuse('expansion', start, close + 1, 'a variable name is missing after "${"')
  const operation = readOperation(text, start + 2 + name.length, close, depth + 1)
  return expansion(start, close + 1, name, '', operation)
}

function expansion(
  start: number,
  end: number,
  name: string,
  suffix: string,
  operation: ExpansionOperation | undefined,
): ConditionExpansion {
  return Object.freeze({ type: 'expansion', name, suffix, operation, start, end })
}

function findBracketEnd(text: string, start: number, limit: number): number | undefined {
  let open = 1
  for (let at = start; at < limit; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' || char === "'") at = findStringEnd(text, at, limit) ?? limit
    else if (char === '$' && text[at + 1] === '{') {
      open++
      at++
    } else if (char === '}' && --open === 0) return at
  }
  return undefined
}

const kinds = { '-': 'default', '+': 'alternative' } as const

function readOperation(text: string, start: number, end: number, depth: number): ExpansionOperation | undefined {
  const written = text.slice(start, end)
  if (written === '') return undefined
  const [, colon, sign] = /^(:?)([-+?]?)/.exec(written)!
  const orEmpty = colon === ':'
  const word = start + colon!.length + sign!.length
  if (sign === '?') return Object.freeze({ kind: 'required', orEmpty })
  if (sign === '-' || sign === '+')
    return Object.freeze({ kind: kinds[sign], orEmpty, word: readText(text, word, end, { quoting: true, depth }) })
  if (orEmpty) return readSlice(text, start + 1, end, depth)
  return refuse(
    'expansion',
    start,
    end,
    `"${written}" is none of the forms of "\${NAME}": :-word, :+word, :?, :offset:length`,
  )
}

function readSlice(text: string, start: number, end: number, depth: number): ExpansionOperation {
  const colons = findColons(text, start, end)
  if (colons.length > 1)
    refuse('expansion', colons[1]!, end, 'a part of a variable has an offset and a length, no third number')
  const number = (from: number, to: number): ConditionText => readText(text, from, to, { quoting: true, depth })
  const [colon] = colons
  const offset = number(start, colon ?? end)
  const length = colon === undefined ? undefined : number(colon + 1, end)
  return Object.freeze({ kind: 'slice', offset, length })
}

/** The colons that stand in no quotes and no inner expansion. */
function findColons(text: string, start: number, end: number): readonly number[] {
  const found: number[] = []
  for (let at = start; at < end; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' || char === "'") at = findStringEnd(text, at, end) ?? at
    else if (char === '$' && text[at + 1] === '{') at = findBracketEnd(text, at + 2, end) ?? at
    else if (char === ':') found.push(at)
  }
  return found
}

interface Reading {
  /** Whether quoted parts stand in the text, as in `${N:-'a' "b"}`; between the quotes of a string they do not. */
  readonly quoting: boolean
  readonly depth: number
}

function readText(text: string, start: number, end: number, reading: Reading): ConditionText {
  const parts: (string | ConditionExpansion)[] = []
  for (let at = start; at < end;) {
    const piece = readPiece(text, at, end, reading)
    for (const part of piece.parts) {
      const last = parts.at(-1)
      if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
      else parts.push(part)
    }
    at = piece.end
  }
  return Object.freeze(parts)
}

interface Piece {
  readonly parts: ConditionText
  readonly end: number
}

function readPiece(text: string, at: number, limit: number, { quoting, depth }: Reading): Piece {
  const char = text[at]!
  if (char === '\\') {
    const { value, end } = readEscape(text, at, limit)
    return { parts: [value], end }
  }
  if (char === '$') return readDollar(text, at, limit, depth)
  const close = quoting && (char === '"' || char === "'") ? findStringEnd(text, at, limit) : undefined
  if (close !== undefined) return { parts: readString(text, at, close, depth), end: close + 1 }
  return { parts: [char], end: at + 1 }
}

/** `$$` is one `$`; a `$` that begins no expansion stands for itself. */
function readDollar(text: string, at: number, limit: number, depth: number): Piece {
  if (at + 1 < limit && text[at + 1] === '$') return { parts: ['$'], end: at + 2 }
  const read = readExpansion(text, at, limit, depth)
  return read ? { parts: [read], end: read.end } : { parts: ['$'], end: at + 1 }
}
