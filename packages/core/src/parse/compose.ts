import { Composer, LineCounter, Parser } from 'yaml'
import type { CST, Document } from 'yaml'
import { lexAsAgent } from './agent-lexer.ts'
import type { Refusal } from './agent-lexer.ts'
import { limits } from './limits.ts'
import { spanAt } from './read-source.ts'
import { syntaxProblem } from './syntax-problem.ts'
import type { SyntaxProblem } from './syntax-problem.ts'

export interface Composed {
  readonly documents: readonly Document[]
  readonly lines: LineCounter
  /** The first syntax error of each document. */
  readonly errors: readonly (SyntaxProblem | undefined)[]
  /** Why reading stopped before anything was composed. */
  readonly problem?: SyntaxProblem | undefined
}

/** Composes the documents of a stream. Scalars stay texts (schema `failsafe`): the agent has types of its own. */
export const composeDocuments = (text: string): Composed => {
  const lines = new LineCounter()
  const stop = (kind: SyntaxProblem['kind'], message: string, offset: number): Composed => ({
    documents: [],
    lines,
    errors: [],
    problem: { kind, message, span: spanAt(offset, offset + 1, lines) },
  })
  if (text.length > limits.characters) {
    return stop('limit', `this text has ${text.length} characters; more than ${limits.characters} are not read`, 0)
  }
  const { tokens, refusal } = tokensOf(withBreaks(text), lines)
  const illegal = illegalCharacter.exec(text)
  if (illegal !== null) return stop('syntax', 'control characters are not allowed', illegal.index)
  const separator = /[\u2028\u2029]/.test(text) ? quirkySeparator(tokens) : undefined
  if (separator !== undefined) {
    return stop('quirk', 'U+2028 or U+2029 ends a line here: write \\u2028 or \\u2029 inside double quotes', separator)
  }
  if (refusal !== undefined) return stop(refusal.kind, refusal.message, refusal.offset)
  const deep = tooDeep(tokens)
  if (deep !== undefined) return stop('limit', `nested more than ${limits.depth} levels deep`, deep)
  const composer = new Composer(asTexts)
  const read = [...composer.compose(tokens, false, text.length)]
  // A second `...` begins no document.
  const documents = read.filter((each, index) => index === 0 || !isEmpty(each) || each.directives?.docStart === true)
  const errors = documents.map((document, index) => syntaxProblem(document, index, text, lines))
  const odd = refusedToken(tokens, text)
  if (odd?.kind === 'quirk' || (odd && errors.every((error) => error === undefined)))
    return stop(odd.kind, odd.message, odd.offset)
  if (documents.length === 0 && /^%/m.test(text)) {
    return stop('syntax', 'a directive needs a document that begins with `---`', text.search(/^%/m))
  }
  return { documents, lines, errors }
}

const asTexts = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

interface Tokens {
  readonly tokens: readonly CST.Token[]
  readonly refusal: Refusal | undefined
}

const tokensOf = (text: string, lines: LineCounter): Tokens => {
  const parser = new Parser(lines.addNewLine)
  const start = text.startsWith('\ufeff') ? 1 : 0
  parser.offset = start
  lines.addNewLine(start)
  const { lexemes, refusal } = lexAsAgent(text.slice(start))
  const tokens = lexemes.flatMap((lexeme) => [...parser.next(lexeme)])
  return {
    tokens: [...tokens, ...parser.end()],
    refusal: refusal && { ...refusal, offset: refusal.offset + start },
  }
}

// U+0085 and a lone carriage return are line breaks to the agent's reader (YAML 1.1), not to the `yaml` package. Same
// length, so places stay.
const withBreaks = (text: string): string => text.replaceAll(/\u0085|\r(?!\n)/g, '\n')

// What go-yaml's readerc.go lets through, byte order mark and all.
// eslint-disable-next-line no-control-regex -- finding them is the point
const illegalCharacter = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * The place of a line or paragraph separator outside quotes, or beside blanks in them. To the agent's reader (YAML 1.1) it
 * ends a line, and takes the blanks beside it away; to the `yaml` package it is a character like others.
 */
const quirkySeparator = (tokens: readonly CST.Token[]): number | undefined => {
  let found: number | undefined
  const pending: unknown[] = [...tokens]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const { type, offset, source } = next as Partial<CST.SourceToken>
    if (typeof source === 'string' && typeof offset === 'number') {
      const isQuoted = type === ('double-quoted-scalar' as never) || type === ('single-quoted-scalar' as never)
      const index = source.search(isQuoted ? besideBlanks : /[\u2028\u2029]/)
      if (index !== -1) found = Math.min(found ?? Infinity, offset + index)
    }
    for (const inner of Object.values(next)) pending.push(inner)
  }
  return found
}

const besideBlanks = /[ \t\r\n\\][\u2028\u2029]|[\u2028\u2029](?:[ \t\r\n]|---|\.\.\.)/

/** The place of the first node that is nested too deep, found without recursion. */
const tooDeep = (tokens: readonly CST.Token[]): number | undefined => {
  for (const [token, depth] of allTokens(tokens)) if (depth > limits.depth) return token.offset
  return undefined
}

/** The first token that the `yaml` package takes, and the agent's reader does not, or in another way. */
const refusedToken = (tokens: readonly CST.Token[], text: string): Refusal | undefined => {
  for (const [token] of allTokens(tokens)) {
    if (token.type === 'block-scalar') {
      const odd = refusedBlock(token, text)
      if (odd !== undefined) return odd
    }
    if (token.type !== 'block-map' && token.type !== 'flow-collection') continue
    for (const { start, key, sep, value } of token.items) {
      if (!key) continue
      const colon = sep?.find(({ type }) => type === 'map-value-ind')
      if (start.some(({ type }) => type === 'explicit-key-ind')) {
        // The `yaml` package leaves it out, and says nothing.
        if (value && !colon) return refused(value.offset, 'this stands between a `?` and its `:`')
        if (token.type === 'flow-collection' || !colon || columnOf(colon.offset, text) === token.indent) continue
        return refused(colon.offset, 'this `:` must stand below its `?`')
      }
      if (key.type === 'block-scalar') {
        return { kind: 'quirk', offset: key.offset, message: 'a text of lines must be indented' }
      }
      const stray = colon === undefined ? sep?.find(isProperty) : undefined
      if (stray !== undefined) return refused(stray.offset, 'a tag or an anchor stands before its value')
      const from = start.find(isProperty)?.offset ?? key.offset
      const between = text.slice(from, colon?.offset ?? from)
      if (between.length > 1_024 || /[\r\n\u0085\u2028\u2029]/.test(between)) {
        return refused(from, 'a key and its `:` must be on one line, within 1,024 characters')
      }
    }
  }
  return undefined
}

const refusedBlock = ({ props, source, offset }: CST.BlockScalar, text: string): Refusal | undefined => {
  const stated = props.some((prop) => prop.type === 'block-scalar-header' && /\d/.test(prop.source))
  if (!stated) return /^(?: *\r?\n)* *\t/.test(source) ? refused(offset, 'tabs cannot indent') : undefined
  const length = props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), source.length)
  const end = offset + length
  const isBlank = / /.test(source) && source.trim() === ''
  return isBlank || /^(?:\r?\n)* +(?:[\r\n]|$)/.test(text.slice(end, end + 200))
    ? { kind: 'quirk', offset, message: 'this text with a stated indentation ends in blanks' }
    : undefined
}

const isEmpty = ({ contents }: Document): boolean => contents === null || contents.range?.[0] === contents.range?.[1]

const columnOf = (offset: number, text: string): number => offset - text.lastIndexOf('\n', offset - 1) - 1

const isProperty = ({ type }: CST.SourceToken): boolean => type === 'tag' || type === 'anchor'

const refused = (offset: number, message: string): Refusal => ({ kind: 'syntax', offset, message })

/** All tokens with their depth. */
function* allTokens(tokens: readonly CST.Token[]): Generator<readonly [token: CST.Token, depth: number]> {
  const open: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next
    const [token, depth] = next
    if (token.type === 'document' && token.value !== undefined) open.push([token.value, depth])
    if (depth > limits.depth || !('items' in token)) continue
    for (const item of token.items) {
      if (item.key) open.push([item.key, depth + 1])
      if (item.value) open.push([item.value, depth + 1])
    }
  }
}
