import { lowerCase, rangeSet, type CharacterSet } from './character-set.ts'
import { letteredSet, readCharacterClass } from './read-character-class.ts'
import { readCharacterEscape } from './read-character-escape.ts'
import { readCharacterProperty } from './read-character-property.ts'
import { readRegexGroup } from './read-regex-group.ts'
import type { RegexNode } from './regex-node.ts'
import { peekMatch, refuseRegex, takeMatch, type RegexReader } from './regex-reader.ts'

/** Reads what a quantifier may repeat; undefined for what only switches flags. */
export function readRegexAtom(
  reader: RegexReader,
  readInside: (reader: RegexReader) => RegexNode,
): RegexNode | undefined {
  const start = reader.at
  const [repeats] = peekMatch(reader, /[*+?]|\{(?=\d+(?:,\d*)?\})/y)
  if (repeats !== undefined) refuseRegex(start, start + 1, `the "${repeats}" repeats nothing`)
  const [character = ''] = takeMatch(reader, /[^]/uy)
  if (character === '[') return characterNode(readCharacterClass(reader), reader)
  if (character === '(') return readRegexGroup(reader, start, readInside)
  if (character === '\\') return readEscape(reader, start)
  if (character === '.') return characterNode({ ...rangeSet([10, 10]), isNegated: true }, reader)
  if (character === '^') return { type: 'at', place: 'start' }
  if (character === '$') return { type: 'at', place: 'end' }
  return literal(character.codePointAt(0)!, reader)
}

function characterNode(set: CharacterSet, { foldCase }: RegexReader): RegexNode {
  return { type: 'character', set, ignoreCase: foldCase }
}

function literal(code: number, reader: RegexReader): RegexNode {
  const folded = reader.foldCase ? lowerCase(String.fromCodePoint(code)).codePointAt(0)! : code
  return characterNode(rangeSet([folded, folded]), reader)
}

const places: Readonly<Record<string, Extract<RegexNode, { readonly type: 'at' }>['place']>> = {
  b: 'word',
  B: 'no word',
  A: 'start',
  z: 'end',
  Z: 'last line',
}

function readEscape(reader: RegexReader, start: number): RegexNode {
  if (reader.at >= reader.source.length) return refuseRegex(start, reader.at, 'a "\\" escapes nothing')
  const back = readBackReference(reader, start)
  if (back !== undefined) return back
  const letter = reader.source[reader.at]!
  const set = letteredSet(letter)
  const place = Object.hasOwn(places, letter) ? places[letter] : undefined
  if (set ?? place) reader.at++
  if (set) return characterNode(set, reader)
  if (place) return { type: 'at', place }
  if (/p/i.test(letter)) {
    reader.at++
    return characterNode({ ...rangeSet(), categories: readCharacterProperty(reader, letter === 'P') }, reader)
  }
  if (/[A-Zg-oqyz]/.test(letter)) reader.isKnown = false
  return literal(readCharacterEscape(reader), reader)
}

/**
 * `\1`, `\<1>` or `\k<1>`, the last two also with quotes; of a number of two digits without such a group, a character by
 * its octal number. Returns undefined if it is none.
 */
function readBackReference(reader: RegexReader, start: number): RegexNode | undefined {
  const { at } = reader
  const [written, digits, angled, quoted] = takeMatch(reader, /([1-9]\d*)|k?(?:<([\p{L}\d_]+)>|'([\p{L}\d_]+)')/uy)
  if (written === undefined) {
    if (reader.source[at] === 'k') refuseRegex(start, at + 1, '"\\k" is not followed by what it needs')
    return undefined
  }
  const number = Number(digits ?? angled ?? quoted)
  if (number <= reader.allGroups) return { type: 'back', number, ignoreCase: reader.foldCase }
  if (digits === undefined || number <= 9)
    return refuseRegex(start, reader.at, `there is no group that "\\${written}" refers to`)
  reader.at = at
  return undefined
}
