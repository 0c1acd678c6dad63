import { readRegexAtom } from './read-regex-atom.ts'
import { nothing, type RegexNode } from './regex-node.ts'
import { peekMatch, refuseRegex, regexRefusal, takeMatch, type RegexReader, type RegexRefusal } from './regex-reader.ts'

/** A regular expression of a condition. */
export interface ReadRegex {
  /** What it matches. Undefined where Buildkite accepts what is not known well enough to be tried. */
  readonly node: RegexNode | undefined
}

/** Reads the inside of `/…/`, or says why Buildkite refuses it (docs/spec/conditionals.md §9). */
export function readRegex(source: string, ignoreCase = false): ReadRegex | { readonly refused: RegexRefusal } {
  const reader: RegexReader = {
    source,
    at: 0,
    foldCase: ignoreCase,
    isKnown: true,
    depth: 0,
    groups: 0,
    allGroups: countGroups(source),
  }
  try {
    const node = readAlternatives(reader)
    if (reader.at < source.length) refuseRegex(reader.at, reader.at + 1, 'the ")" closes no group')
    return Object.freeze({ node: reader.isKnown ? node : undefined })
  } catch (error) {
    return Object.freeze({ refused: regexRefusal(error) })
  }
}

/** How many groups there are that take something. */
function countGroups(source: string): number {
  const parts = source.matchAll(/\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w*:\]|[^\]\\])*\]|\(\?#[^)]*\)|\((?!\?)/g)
  return Array.from(parts).filter(([part]) => part === '(').length
}

function readAlternatives(reader: RegexReader): RegexNode {
  const outer = reader.foldCase
  const nodes = [readBranch(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    nodes.push(readBranch(reader))
  }
  reader.foldCase = outer
  return nodes.length === 1 ? (nodes[0] as RegexNode) : { type: 'choice', nodes }
}

function readBranch(reader: RegexReader): RegexNode {
  const nodes: RegexNode[] = []
  skipComments(reader)
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const node = readRegexAtom(reader, readAlternatives)
    skipComments(reader)
    nodes.push(readRepeat(reader, node))
    skipComments(reader)
  }
  if (nodes.length === 0) return nothing
  return nodes.length === 1 ? (nodes[0] as RegexNode) : { type: 'sequence', nodes }
}

function skipComments(reader: RegexReader): void {
  while (takeMatch(reader, /\(\?#[^)]*\)/y).length > 0);
  if (reader.source.startsWith('(?#', reader.at))
    refuseRegex(reader.at, reader.source.length, 'the comment "(?#" is never closed')
}

const quantifier = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y

/** An atom with the quantifier behind it, if there is one; `(?i)` is no atom, so that nothing repeats it. */
function readRepeat(reader: RegexReader, atom: RegexNode | undefined): RegexNode {
  const start = reader.at
  const [written, least, comma, most] = takeMatch(reader, quantifier)
  if (written === undefined) return atom ?? nothing
  if (atom === undefined) return refuseRegex(start, reader.at, `the "${written}" repeats nothing`)
  skipComments(reader)
  const isLazy = takeMatch(reader, /\?/y).length > 0
  refuseNext(reader, start, written)
  if (least === undefined) {
    const [from, to] = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[written as '*' | '+' | '?']
    return { type: 'repeat', node: atom, least: from!, most: to!, isLazy }
  }
  const from = Number(least)
  const to = comma === undefined ? from : most === '' ? Infinity : Number(most)
  if (from > maximumCount || (to > maximumCount && to < Infinity))
    refuseRegex(start, reader.at, `"${written}" repeats too often`)
  if (to < from) refuseRegex(start, reader.at, `"${written}" has its numbers out of order`)
  return { type: 'repeat', node: atom, least: from, most: to, isLazy }
}

const maximumCount = 2 ** 31 - 1

/** What follows a quantifier is another atom, never a quantifier. */
function refuseNext(reader: RegexReader, start: number, written: string): void {
  const [next] = peekMatch(reader, quantifier)
  if (next === undefined) return
  if (next === '+') refuseRegex(start, reader.at + 1, `possessive quantifiers ("${written}+") are not allowed`)
  refuseRegex(start, reader.at + 1, `the "${next[0]}" repeats the quantifier "${written}"`)
}
