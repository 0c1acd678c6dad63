import { visit } from 'yaml'
import type { Document, ErrorCode, LineCounter, YAMLParseError } from 'yaml'
import { spanAt } from './read-source.ts'
import type { Span } from './problem.ts'

/** Why a text is not read any further. */
export interface SyntaxProblem {
  readonly kind: 'syntax' | 'limit' | 'quirk'
  readonly message: string
  readonly span: Span
}

/** The first syntax error of a document, at the place where the author has to look. */
export const syntaxProblem = (
  document: Document,
  index: number,
  text: string,
  lines: LineCounter,
): SyntaxProblem | undefined => {
  const error = document.errors.find(({ message }) => !message.startsWith(mindsNoBlank))
  if (error === undefined) return refusal(document, index, text, lines)
  const [offset, end] = place(error, document, text)
  return {
    kind: 'syntax',
    message: messages[error.code] ?? lowerFirst(error.message),
    span: spanAt(offset, end, lines),
  }
}

// A comment directly behind a bracket or a quote: to the agent's reader it is one.
const mindsNoBlank = 'Comments must be separated'

// What is YAML 1.2, but refused by the agent's reader (go-yaml v3, which reads 1.1).
const refusal = (document: Document, index: number, text: string, lines: LineCounter): SyntaxProblem | undefined => {
  const at = (offset: number, message: string): SyntaxProblem => ({
    kind: 'syntax',
    message,
    span: spanAt(offset, offset + 1, lines),
  })
  const start = document.range?.[0] ?? 0
  const { docStart, yaml } = document.directives ?? {}
  if (yaml?.explicit === true && yaml.version !== '1.1') return at(start, 'the agent reads %YAML 1.1 only')
  if (index > 0 && docStart !== true) return at(start, 'a document after `...` must start with `---`')
  const escape = /\\\/|\\u[dD][89a-fA-F]/.test(text) ? refusedEscape(document, text) : undefined
  return escape === undefined
    ? undefined
    : at(escape, 'the agent does not read this escape: write the character itself')
}

// Both are JSON: `\/`, and the halves of a surrogate pair.
const refusedEscape = (document: Document, text: string): number | undefined => {
  let found: number | undefined
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type !== 'QUOTE_DOUBLE' || !range) return undefined
      const escapes = text.slice(range[0], range[1]).matchAll(/\\(u[0-9a-fA-F]{4}|[^])/g)
      const refused = [...escapes].find(([, name = '']) => /^(?:\/|u[dD][89a-fA-F])/.test(name))
      if (refused === undefined) return undefined
      found = range[0] + refused.index
      return visit.BREAK
    },
  })
  return found
}

// A plain text of several lines that ends at a `: ` is wrong on its last line, which was meant to be a key.
const place = (error: YAMLParseError, document: Document, text: string): readonly [offset: number, end: number] => {
  const key = document.errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0])
  if (key === undefined) return error.pos
  const [, end] = key.pos
  const line = text.slice(key.pos[0], end).trimEnd()
  const lastLine = key.pos[0] + line.lastIndexOf('\n') + 1
  return [lastLine + (/^[ \t]*/.exec(text.slice(lastLine, end))?.[0].length ?? 0), end]
}

const messages: { readonly [code in ErrorCode]?: string } = {
  BAD_INDENT: 'the indentation does not fit: items of one mapping or list start in the same column',
  BLOCK_AS_IMPLICIT_KEY:
    'a mapping or list cannot start here: the indentation is wrong, or a text that holds `: ` needs quotes',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line',
  TAB_AS_INDENT: 'tabs cannot indent',
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)
