import type { Code, Entry, ListItem, Loop, MakeStep, Named } from './code.ts'
import { list, object } from './code.ts'
import { printComment, printKey, printLine, printScript, printTemplate, printText } from './print-text.ts'

/** The columns of a line. */
export const width = 120

/**
 * An expression laid out as prettier lays it out (no semicolons, single quotes, 120 columns), so that formatting the
 * module changes nothing.
 *
 * @param indent blanks before the line on which the expression starts
 * @param used columns taken on that line before it, and after it
 */
export function printCode(
  code: Code,
  indent: number,
  used: { readonly before: number; readonly after: number },
): string {
  const line = printFlat(code)
  if (line !== undefined && used.before + line.length + used.after <= width) return line
  return printBroken(code, indent, used) ?? line ?? ''
}

/** On one line. Returns undefined if it must be broken. */
function printFlat(code: Code): string | undefined {
  switch (code.form) {
    case 'literal':
      return flatLiteral(code.value)
    case 'script':
      return undefined
    case 'template': {
      const text = printTemplate(code.parts)
      return text.includes('\n') ? undefined : text
    }
    case 'loop': {
      const [rows, body] = [printFlat(loopRows(code)), printFlat(code.body)]
      return rows === undefined || body === undefined ? undefined : `...${rows}.map((${pattern(code)}) => ${body})`
    }
    case 'function': {
      const body = printFlat(code.body)
      return body === undefined ? undefined : `(${parameterTexts(code).join(', ')}) => ${body}`
    }
    case 'apply': {
      const values = code.values.map(printFlat)
      return values.includes(undefined) ? undefined : `${code.name}(${values.join(', ')})`
    }
    case 'name':
      return code.name
    case 'as':
      return suffixed(printFlat(code.code), ` as ${code.type}`)
    case 'list':
      return flatList(code)
    case 'object':
      return flatObject(code.entries)
    case 'call': {
      const args = code.args.map(printFlat)
      return args.includes(undefined) ? undefined : `${code.callee}(${args.join(', ')})`
    }
  }
}

function flatLiteral(value: string | number | boolean | null): string | undefined {
  const text = typeof value === 'string' ? printText(value) : String(value)
  return text.includes('\n') ? undefined : text
}

const suffixed = (text: string | undefined, suffix: string): string | undefined =>
  text === undefined ? undefined : text + suffix

function flatList({ items }: Extract<Code, { form: 'list' }>): string | undefined {
  if (items.some(({ comment }) => comment !== undefined) || mustBreak(items.map(({ code }) => code))) return undefined
  const texts = items.map(({ code }) => printFlat(code))
  return texts.includes(undefined) ? undefined : `[${texts.join(', ')}]`
}

// Prettier breaks a list of several objects, or of several lists, that each hold more than one thing.
function mustBreak(items: readonly Code[]): boolean {
  const [first] = items
  if (items.length < 2 || (first?.form !== 'object' && first?.form !== 'list')) return false
  return items.every((item) => item.form === first.form && size(item) > 1)
}

const size = (code: Code): number =>
  code.form === 'object' ? code.entries.length : code.form === 'list' ? code.items.length : 0

/** Entries of an object that a reader takes in at a glance. */
const mostFlat = 5

// Small objects stand on one line if they can; prettier leaves either as it is.
function flatObject(entries: readonly Entry[]): string | undefined {
  if (entries.length === 0) return '{}'
  if (entries.length > mostFlat || entries.some(({ comment }) => comment !== undefined)) return undefined
  const texts = entries.map((entry) => {
    if ('spread' in entry) return suffixed(printFlat(entry.spread), '')?.replace(/^/, '...')
    const value = printFlat(entry.value)
    if (isShorthand(entry)) return value
    return value === undefined ? undefined : `${entryName(entry)}: ${value}`
  })
  return texts.includes(undefined) ? undefined : `{ ${texts.join(', ')} }`
}

/** A const under its own name. */
const isShorthand = (entry: Exclude<Entry, { spread: Code }>): boolean =>
  'key' in entry && entry.value.form === 'name' && entry.value.name === entry.key

const entryName = (entry: Exclude<Entry, { spread: Code }>): string =>
  'key' in entry ? printKey(entry.key) : `[interpolatedKey(${printLine(entry.expression)})]`

function printBroken(
  code: Code,
  indent: number,
  used: { readonly before: number; readonly after: number },
): string | undefined {
  switch (code.form) {
    case 'literal':
      return typeof code.value === 'string' ? printText(code.value) : undefined
    case 'script':
      return printScript(code.parts, blanks(indent))
    case 'template':
      return printTemplate(code.parts)
    case 'loop':
      return printLoop(code, indent)
    case 'function':
      return printFunction(code, indent, used.before)
    case 'apply':
      return printArguments(code.name, code.values, indent, used)
    case 'name':
      return undefined
    case 'as':
      return `${printCode(code.code, indent, { ...used, after: used.after + code.type.length + 4 })} as ${code.type}`
    case 'list':
      if (isNumbers(code.items)) return bracketed('[', ']', indent, filledLines(code.items, indent + 2))
      return bracketed(
        '[',
        ']',
        indent,
        code.items.flatMap((item) => printItem(item, indent + 2)),
      )
    case 'object':
      return bracketed(
        '{',
        '}',
        indent,
        code.entries.flatMap((entry) => [
          ...commentLines(entry.comment, indent + 2),
          `${blanks(indent + 2)}${printEntry(entry, indent + 2)},`,
        ]),
      )
    case 'call':
      return printArguments(code.callee, code.args, indent, used)
  }
}

const blanks = (count: number): string => ' '.repeat(count)

const commentLines = (comment: string | undefined, indent: number): readonly string[] =>
  comment === undefined ? [] : printComment(comment, blanks(indent))

function bracketed(open: string, close: string, indent: number, lines: readonly string[]): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join('\n')}\n${blanks(indent)}${close}`
}

/** Whether prettier fills lines with a list's items. */
const isNumbers = (items: readonly ListItem[]): boolean =>
  items.length > 1 &&
  items.every(({ code, comment }) => code.form === 'literal' && typeof code.value === 'number' && comment === undefined)

function filledLines(items: readonly ListItem[], indent: number): readonly string[] {
  const lines: string[] = []
  for (const { code } of items) {
    const text = `${printFlat(code) ?? ''},`
    const longer = `${lines.at(-1) ?? ''} ${text}`
    if (lines.length === 0 || longer.length > width) lines.push(blanks(indent) + text)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** The lines of a list's item. */
function printItem({ code, comment }: ListItem, indent: number): readonly string[] {
  const text = `${blanks(indent)}${printCode(code, indent, { before: indent, after: 1 })},`
  return [...commentLines(comment, indent), ...text.split('\n')]
}

/** How many lines a list's items take. */
export const linesOf = (items: readonly ListItem[], indent = 4): number =>
  items.reduce((sum, item) => sum + linesOfItem(item, indent), 0)

// The same items are counted for many ways of writing them.
const counted = new WeakMap<Code, Map<string, number>>()

function linesOfItem(item: ListItem, indent: number): number {
  const place = `${indent} ${item.comment ?? ''}`
  const lines = counted.get(item.code)?.get(place) ?? printItem(item, indent).length
  counted.set(item.code, (counted.get(item.code) ?? new Map<string, number>()).set(place, lines))
  return lines
}

function printLoop(loop: Loop, indent: number): string {
  const end = `.map((${pattern(loop)}) =>`
  const rows = `...${printCode(loopRows(loop), indent, { before: indent + 3, after: end.length })}`
  // Behind rows that are broken, the line begins at the bracket.
  const before = indent + (rows.includes('\n') ? 1 : rows.length) + end.length
  const body = printBody(loop.body, indent, before, 2)
  return body.startsWith('\n') ? `${rows}${end}${body},\n${blanks(indent)})` : `${rows}${end}${body})`
}

/** A function's body behind `=>`: on its line if it fits, otherwise on the next. */
function printBody(body: Code, indent: number, before: number, after: number): string {
  const flat = printFlat(body)
  if (flat !== undefined && before + 1 + flat.length + after <= width) return ` ${flat}`
  return `\n${blanks(indent + 2)}${printCode(body, indent + 2, { before: indent + 2, after: 1 })}`
}

/** A single parameter, or the names of several taken out of an object. */
function pattern({ parameters }: Loop): string {
  const names = parameters.map(({ name }) => name).join(', ')
  return parameters.length === 1 ? names : `{ ${names} }`
}

const parameterTexts = ({ parameters }: MakeStep): readonly string[] =>
  parameters.map(({ name, type, isOptional }) => `${name}${isOptional === true ? '?' : ''}: ${type}`)

function printFunction(made: MakeStep, indent: number, before: number): string {
  const texts = parameterTexts(made)
  const flat = `(${texts.join(', ')}) =>`
  const fits = before + flat.length <= width
  const lines = texts.map((text) => `${blanks(indent + 2)}${text},`)
  const head = fits ? flat : `${bracketed('(', ')', indent, lines)} =>`
  return head + printBody(made.body, indent, fits ? before + flat.length : indent + 4, 0)
}

/** What stands for the parameters: a value for a single one, otherwise an object. */
function argument(parameters: readonly Named[], values: readonly Code[]): Code {
  const [only] = values
  if (parameters.length === 1 && only !== undefined) return only
  return object(parameters.map(({ name: key }, index) => ({ key, value: values[index] ?? list([]) })))
}

const loopRows = ({ parameters, rows }: Loop): Code => ({
  form: 'list',
  items: rows.map(({ values, comment }) => ({ code: argument(parameters, values), comment })),
})

function printEntry(entry: Entry, indent: number): string {
  if ('spread' in entry) return `...${printCode(entry.spread, indent, { before: indent + 3, after: 1 })}`
  if (isShorthand(entry)) return entryName(entry)
  return printAssigned(`${entryName(entry)}:`, entry.value, indent, 1)
}

/** A value after `name:` or `const name =`. A text that is too long goes to the next line. */
export function printAssigned(left: string, code: Code, indent: number, after: number): string {
  const before = indent + left.length + 1
  const text = code.form === 'literal' ? printFlat(code) : undefined
  const isLongText = text !== undefined && typeof valueOf(code) === 'string' && before + text.length + after > width
  // A name so short that breaking after it would gain nothing is kept on the text's line.
  if (isLongText && left.length > 4) return `${left}\n${blanks(indent + 2)}${text}`
  return `${left} ${printCode(code, indent, { before, after })}`
}

const valueOf = (code: Code): unknown => (code.form === 'literal' ? code.value : undefined)

// The last argument hugs the parentheses where the ones before it fit on the line.
function printArguments(
  callee: string,
  args: readonly Code[],
  indent: number,
  used: { readonly before: number; readonly after: number },
): string {
  const last = args.at(-1)
  if (last === undefined) return `${callee}()`
  const head = args.slice(0, -1).map((arg) => printFlat(arg))
  const opening = `${callee}(${head.map((arg) => `${arg ?? ''}, `).join('')}`
  const inner = last.form === 'as' ? last.code : last
  const isTemplate = last.form === 'literal' && printFlat(last) === undefined
  const hugs = inner.form === 'object' || inner.form === 'list' || inner.form === 'script' || isTemplate
  if (hugs && !head.includes(undefined) && used.before + opening.length + 1 <= width) {
    return `${opening}${printBroken(last, indent, { before: used.before + opening.length, after: used.after + 1 }) ?? ''})`
  }
  const lines = args.map(
    (arg) => `${blanks(indent + 2)}${printCode(arg, indent + 2, { before: indent + 2, after: 1 })},`,
  )
  return bracketed(`${callee}(`, ')', indent, lines)
}
