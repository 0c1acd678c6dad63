import type { ParseProblem, Span } from '@kitewright/core/parse'

type Words = Partial<Pick<ParseProblem, 'message' | 'hint' | 'span'>>

/** One kind of faulty YAML: what the reader says of it, and what an author understands. */
type Rewording = readonly [said: RegExp, reword: (found: RegExpExecArray, place: Place) => Words]

/** The file from a problem on, and its line before that. */
interface Place {
  readonly span: Span
  readonly text: string
  readonly before: string
  /** The rest of the line. */
  readonly rest: string
}

/** What is wrong with a text that is no YAML, or no pipeline, in an author's words, with what to write. */
export function rewordSyntax(problem: ParseProblem, text: string): ParseProblem {
  const { span, message } = problem
  const before = text.slice(text.lastIndexOf('\n', span.offset - 1) + 1, span.offset)
  const place = { span, text, before, rest: /.*/.exec(text.slice(span.offset))?.[0].trimEnd() ?? '' }
  for (const [said, reword] of rewordings) {
    const found = said.exec(message)
    if (found) return { ...problem, ...reword(found, place) }
  }
  return problem
}

const rewordings: readonly Rewording[] = [
  [/^no anchor is named/, (_, { rest }) => ({ hint: quote(rest) })],
  [
    /^the name of an anchor may hold/,
    (_, { span, before, rest }) => {
      const [sign = ''] = /[&*][\w-]*$/.exec(before) ?? []
      const value = `${valueIn(before)}${rest}`
      const start = { ...span, offset: span.offset - sign.length, column: span.column - sign.length }
      return /^(["']).*\1\s/.test(valueIn(before))
        ? {
            message: 'text stands behind a closing quote',
            hint: `put all of it in quotes: ${singleQuoted(value)}`,
            span: start,
          }
        : {
            ...(sign.startsWith('*') && { message: `no anchor is named "${sign.slice(1)}${rest}"` }),
            hint: quote(`${sign}${rest}`),
            span: { ...start, end: span.offset + rest.length },
          }
    },
  ],
  [
    /^plain value cannot start with (?:reserved|directive indicator) character (.)/,
    ([, sign], { span, rest }) => ({
      message: `a text without quotes cannot begin with ${sign}`,
      hint: quote(rest),
      span: { ...span, end: span.offset + rest.length },
    }),
  ],
  [
    /^unexpected (?:anchor|scalar|tag|alias|flow-\w+|[\w-]+) at node end/,
    (_, { before, rest }) => ({
      message: 'text stands behind a closing quote',
      hint: `put all of it in quotes: ${singleQuoted(`${valueIn(before)}${rest}`)}`,
    }),
  ],
  [
    /^implicit map keys need to be followed by map values/,
    (_, { rest }) => {
      const [, key, value] = /^([\w-]+):(\S.*)$/.exec(rest) ?? []
      return key === undefined
        ? { message: 'a key is missing here, or the text belongs to the line before', hint: 'write key: value' }
        : { message: 'a key ends with a colon and a space', hint: `write ${key}: ${value}` }
    },
  ],
  [
    /^missing closing (.)quote/,
    ([, sign = '"'], { span, text }) => ({
      message: `the closing ${sign} is missing`,
      hint: `write ${sign} at the end of the text`,
      span: openingQuote(sign, span, text),
    }),
  ],
  [/^`steps` must be a list/, () => ({ hint: 'begin each step with a dash: - command: …' })],
  [/^a pipeline must be/, () => ({ hint: 'write steps: a list of steps' })],
  [/^tabs cannot indent/, () => ({ hint: 'write spaces' })],
  [
    /^the indentation does not fit/,
    (_, { span, text }) => ({
      message: 'the indentation does not fit',
      hint: 'begin it in the column of its neighbours',
      span: nextText(span, text),
    }),
  ],
  [
    /^a mapping or list cannot start here/,
    (_, { span, before, rest }) => {
      const value = `${valueIn(before)}${rest}`
      const isText = /:\s/.test(value) && before.trim() !== ''
      return isText
        ? {
            message: 'a text that holds ": " needs quotes',
            hint: quote(value),
            span: { ...span, end: span.offset + rest.length },
          }
        : {
            message: 'this line is indented further than the one it belongs to',
            hint: 'begin it in the column of its neighbours',
          }
    },
  ],
]

function quote(value: string): string {
  const text = value.replace(/(?<!\s)\s+#.*$/, '').replace(/(?<![,\]}])[,\]}]+$/, '')
  return `write it in quotes: ${/["\\]/.test(text) ? singleQuoted(text) : `"${text}"`}`
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What stands in a line behind its key. */
function valueIn(line: string): string {
  return /^(?:\s*- )*\s*(?:[\w-]+:\s+)?(.*)$/.exec(line)?.[1] ?? ''
}

/** Where the text of a line begins. */
function nextText(span: Span, text: string): Span {
  const blanks = /^[ \t]*/.exec(text.slice(span.offset))?.[0].length ?? 0
  return {
    ...span,
    offset: span.offset + blanks,
    end: Math.max(span.end, span.offset + blanks + 1),
    column: span.column + blanks,
  }
}

/** The last quote of a kind that opens a text and is never closed. */
function openingQuote(sign: string, span: Span, text: string): Span {
  const opened = Array.from(
    text.slice(0, span.offset).matchAll(new RegExp(String.raw`(?<=[:\-,[{]\s)${sign}`, 'g')),
  ).at(-1)
  if (opened === undefined) return span
  const lines = text.slice(0, opened.index).split('\n')
  return { offset: opened.index, end: opened.index + 1, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
