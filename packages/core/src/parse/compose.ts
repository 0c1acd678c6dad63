import { Composer, LineCounter, Parser } from 'yaml'
import type { CST, Document } from 'yaml'
import { agentLexer } from './agent-lexer.ts'
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
  const stop = (kind: 'syntax' | 'limit', message: string, offset: number): Composed => ({
    documents: [],
    lines,
    errors: [],
    problem: { kind, message, span: spanAt(offset, offset + 1, lines) },
  })
  if (text.length > limits.characters) {
    return stop('limit', `this text has ${text.length} characters; more than ${limits.characters} are not read`, 0)
  }
  const tokens = tokensOf(withBreaks(text), lines)
  const illegal = illegalCharacter.exec(text)
  if (illegal !== null) return stop('syntax', 'control characters are not allowed', illegal.index)
  const separator = /[\u2028\u2029]/.test(text) ? separatorOutsideQuotes(tokens) : undefined
  if (separator !== undefined) {
    return stop(
      'syntax',
      'U+2028 or U+2029 ends a line here: write it inside double quotes, as \\u2028 or \\u2029',
      separator,
    )
  }
  const deep = tooDeep(tokens)
  if (deep !== undefined) return stop('limit', `nested more than ${limits.depth} levels deep`, deep)
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const documents = [...composer.compose(tokens, false, text.length)]
  return { documents, lines, errors: documents.map((document, index) => syntaxProblem(document, index, text, lines)) }
}

const tokensOf = (text: string, lines: LineCounter): readonly CST.Token[] => {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens = [...agentLexer().lex(text)].flatMap((lexeme) => [...parser.next(lexeme)])
  return [...tokens, ...parser.end()]
}

// U+0085 and a lone carriage return are line breaks to the agent's reader (YAML 1.1), not to the `yaml` package. Same
// length, so places stay.
const withBreaks = (text: string): string => text.replaceAll(/\u0085|\r(?!\n)/g, '\n')

// What go-yaml's readerc.go lets through, byte order mark and all.
// eslint-disable-next-line no-control-regex -- finding them is the point
const illegalCharacter = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * The place of the first line or paragraph separator outside quotes. To the agent's reader (YAML 1.1) it ends a line, and
 * a comment; to the `yaml` package it is a character like others.
 */
const separatorOutsideQuotes = (tokens: readonly CST.Token[]): number | undefined => {
  let found: number | undefined
  const look = (offset: number, source: string): void => {
    const index = source.search(/[\u2028\u2029]/)
    if (index !== -1) found = Math.min(found ?? Infinity, offset + index)
  }
  const pending: unknown[] = [...tokens]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const { type, offset, source } = next as Partial<CST.SourceToken>
    const isQuoted = type === ('double-quoted-scalar' as never) || type === ('single-quoted-scalar' as never)
    if (typeof source === 'string' && typeof offset === 'number' && !isQuoted) look(offset, source)
    for (const inner of Object.values(next)) pending.push(inner)
  }
  return found
}

/** The place of the first node that is nested too deep, found without recursion. */
const tooDeep = (tokens: readonly CST.Token[]): number | undefined => {
  const open: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next
    if (depth > limits.depth) return token.offset
    if (token.type === 'document' && token.value !== undefined) open.push([token.value, depth])
    if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push([item.key, depth + 1])
        if (item.value) open.push([item.value, depth + 1])
      }
    }
  }
  return undefined
}
