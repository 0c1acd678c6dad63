import type { RegexNode } from './regex-node.ts'
import { deeper, refuseRegex, take, takeMatch, type RegexReader } from './regex-reader.ts'

/** What may follow `(?` and is refused: the spelling, and its name. */
const refusedGroups: readonly (readonly [spelling: RegExp, name: string])[] = [
  [/\(\?<[=!]/y, 'look-behind'],
  [/\(\?>/y, 'an atomic group'],
  [/\(\?P?<|\(\?'/y, 'a named group'],
  [/\(\?\(/y, 'a condition'],
]

/** Reads the group whose `(` stands at the start; undefined where it only switches flags. */
export function readRegexGroup(
  reader: RegexReader,
  start: number,
  readInside: (reader: RegexReader) => RegexNode,
): RegexNode | undefined {
  reader.at = start
  const close = (): RegexNode => {
    const node = deeper(reader, () => readInside(reader))
    if (!take(reader, ')')) refuseRegex(start, start + 1, 'the "(" is never closed')
    return node
  }
  const [flags, letters = '', ender] = takeMatch(reader, /\(\?((?:[imnsux-]\+?)*)([:)])/iy)
  if (flags !== undefined && letters !== '') return readFlags(reader, letters, ender === ')' ? undefined : close)
  reader.at = start
  for (const [spelling, name] of refusedGroups) {
    const [written] = takeMatch(reader, spelling)
    if (written !== undefined) refuseRegex(start, reader.at, `${name} ("${written}") is not allowed`)
  }
  const [head = '('] = takeMatch(reader, /\(\?[:=!]/y)
  if (head === '(') return readCapture(reader, start, close)
  const node = close()
  return head === '(?:' ? node : { type: 'look', node, isNegative: head === '(?!' }
}

function readCapture(reader: RegexReader, start: number, close: () => RegexNode): RegexNode {
  if (reader.source[start + 1] === '?')
    refuseRegex(start, start + 3, `"${reader.source.slice(start, start + 3)}" begins no known group`)
  reader.at = start + 1
  const number = ++reader.groups
  return { type: 'capture', number, node: close() }
}

/** `(?i)` holds to the end of the group it stands in, `(?i:…)` inside its own. */
function readFlags(reader: RegexReader, letters: string, close: (() => RegexNode) | undefined): RegexNode | undefined {
  const outer = reader.foldCase
  let isOn = true
  for (const letter of letters.toLowerCase()) {
    if (letter === '-' || letter === '+') isOn = letter === '+'
    else if (letter === 'i') reader.foldCase = isOn
    else if (isOn && letter !== 'u') reader.isKnown = false
  }
  const node = close?.()
  if (node) reader.foldCase = outer
  return node
}
