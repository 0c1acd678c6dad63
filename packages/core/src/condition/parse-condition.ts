import type { ComparisonOperator, ConditionNode } from './condition-node.ts'
import { refuse, refusedProblem, type ConditionProblem } from './condition-problem.ts'
import { readToken, type Token } from './read-token.ts'
import { readRegex } from './read-regex.ts'

/** What {@link parseCondition} finds: the condition, or the first mistake in its text. */
export type ParsedCondition = { readonly node: ConditionNode } | { readonly problem: ConditionProblem }

/**
 * Reads a condition as Buildkite does (docs/spec/conditionals.md §2, §3). Types and names are left to `checkCondition`.
 *
 * @example parseCondition('build.branch == "main"')
 */
export function parseCondition(text: string): ParsedCondition {
  try {
    const first = readToken(text, 0)
    if (first.type === 'end') refuse('blank', 0, text.length, 'the condition is blank')
    const parser: Parser = { text, token: first, depth: 0 }
    const node = parseExpression(parser)
    if (!atEnd(parser)) refuseToken(parser)
    return Object.freeze({ node })
  } catch (error) {
    return Object.freeze({ problem: refusedProblem(error) })
  }
}

interface Parser {
  readonly text: string
  token: Token
  depth: number
}

/** Far beyond what anybody writes, and far within what the stack holds. */
const maximumDepth = 200

function advance(parser: Parser): Token {
  const { token } = parser
  parser.token = readToken(parser.text, token.end)
  return token
}

function atEnd(parser: Parser): boolean {
  return parser.token.type === 'end'
}

function at(parser: Parser, sign: string): boolean {
  return parser.token.type === 'sign' && parser.token.text === sign
}

function expect(parser: Parser, sign: string, opener: Token): Token {
  if (at(parser, sign)) return advance(parser)
  if (parser.token.type !== 'end') refuseToken(parser)
  return refuse('unterminated', opener.start, opener.end, `the "${opener.text}" has no closing "${sign}"`)
}

function deeper<T>(parser: Parser, parse: () => T): T {
  const { start, end } = parser.token
  if (parser.depth >= maximumDepth)
    refuse('too-deep', start, end, `expressions stand more than ${maximumDepth} deep in each other`)
  parser.depth++
  const parsed = parse()
  parser.depth--
  return parsed
}

function parseExpression(parser: Parser): ConditionNode {
  return deeper(parser, () => {
    const test = parseLogical(parser, '||', () => parseLogical(parser, '&&', () => parseComparison(parser)))
    if (!at(parser, '?')) return test
    const question = advance(parser)
    const whenTrue = parseExpression(parser)
    if (!at(parser, ':') && parser.token.type === 'end')
      refuse('unterminated', question.start, question.end, 'the "?" has no ":" with what holds otherwise')
    expect(parser, ':', question)
    const whenFalse = parseExpression(parser)
    return Object.freeze({ type: 'choice', test, whenTrue, whenFalse, start: test.start, end: whenFalse.end })
  })
}

function parseLogical(parser: Parser, operator: '&&' | '||', parseOne: () => ConditionNode): ConditionNode {
  const operands = [parseOne()]
  while (at(parser, operator)) {
    advance(parser)
    operands.push(parseOne())
  }
  const [first] = operands
  if (operands.length === 1) return first!
  const { end } = operands.at(-1)!
  return Object.freeze({ type: 'logical', operator, operands: Object.freeze(operands), start: first!.start, end })
}

const comparisons: readonly string[] = ['==', '!=', '=~', '!~', 'includes'] satisfies ComparisonOperator[]

function parseComparison(parser: Parser): ConditionNode {
  let left = parsePrefix(parser)
  for (let chained = 0; comparisons.includes(parser.token.text); chained++) {
    const { start, end } = parser.token
    if (chained >= maximumDepth) refuse('too-deep', start, end, `more than ${maximumDepth} comparisons stand in a row`)
    const operator = advance(parser).text as ComparisonOperator
    const right = parsePrefix(parser)
    left = Object.freeze({ type: 'comparison', operator, left, right, start: left.start, end: right.end })
  }
  return left
}

function parsePrefix(parser: Parser): ConditionNode {
  if (!at(parser, '!')) return parseOperand(parser)
  const { start } = advance(parser)
  const operand = deeper(parser, () => parsePrefix(parser))
  return Object.freeze({ type: 'not', operand, start, end: operand.end })
}

function parseOperand(parser: Parser): ConditionNode {
  const { token } = parser
  const { start, end } = token
  switch (token.type) {
    case 'name':
      return parseName(parser)
    case 'number':
      advance(parser)
      return Object.freeze({ type: 'literal', value: token.value, start, end })
    case 'string':
      advance(parser)
      return Object.freeze({ type: 'string', parts: token.parts, start, end })
    case 'expansion':
      advance(parser)
      return token.node
    case 'regex':
      return parseRegex(parser, token.source, token.flags)
    case 'sign':
      if (token.text === '(') return parseBrackets(parser)
      if (token.text === '[') return parseArray(parser)
      return refuseToken(parser)
    case 'end':
      return refuse('unexpected', start, end, 'the condition ends where a value is missing')
  }
}

const literals: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function parseName(parser: Parser): ConditionNode {
  const { token } = parser
  if (token.text === 'includes') refuseToken(parser)
  const { start, end, text: name } = advance(parser)
  const value = literals.get(name)
  if (value !== undefined) return Object.freeze({ type: 'literal', value, start, end })
  if (name === 'not') refuse('operator', start, end, 'there is no "not": write "!"', '!')
  if (!at(parser, '(')) return Object.freeze({ type: 'variable', name, start, end })
  const opener = parser.token
  const list = parseList(parser, ')')
  const close = expect(parser, ')', opener)
  return Object.freeze({ type: 'call', name, arguments: list, start, end: close.end })
}

function parseRegex(parser: Parser, source: string, flags: string): ConditionNode {
  const { start, end } = parser.token
  const odd = /[^i]/.exec(flags)
  if (odd) refuse('regex', end - flags.length, end, `the only flag of a regular expression is "i", not "${odd[0]}"`)
  const read = readRegex(source)
  if ('refused' in read) {
    const { message, start: from, end: to } = read.refused
    refuse('regex', start + 1 + from, start + 1 + to, `Buildkite refuses this regular expression: ${message}`)
  }
  advance(parser)
  return Object.freeze({ type: 'regex', source, ignoreCase: flags !== '', start, end })
}

function parseBrackets(parser: Parser): ConditionNode {
  const opener = advance(parser)
  const inner = parseExpression(parser)
  const close = expect(parser, ')', opener)
  return Object.freeze({ ...inner, start: opener.start, end: close.end })
}

function parseArray(parser: Parser): ConditionNode {
  const opener = parser.token
  const elements = parseList(parser, ']')
  const close = expect(parser, ']', opener)
  return Object.freeze({ type: 'array', elements, start: opener.start, end: close.end })
}

/** The values after an opening bracket, up to the closing one. */
function parseList(parser: Parser, closer: string): readonly ConditionNode[] {
  advance(parser)
  const list: ConditionNode[] = []
  while (list.length > 0 || !at(parser, closer)) {
    list.push(parseExpression(parser))
    if (!at(parser, ',')) break
    const { start, end } = advance(parser)
    if (at(parser, closer)) refuse('unexpected', start, end, `the comma before "${closer}" is not allowed`)
  }
  return Object.freeze(list)
}

/** Words of other languages, and what to write here instead. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['is', '=='],
  ['eq', '=='],
  ['equals', '=='],
  ['ne', '!='],
  ['matches', '=~'],
  ['in', 'includes'],
  ['contains', 'includes'],
  ['include', 'includes'],
])

function refuseToken(parser: Parser): never {
  const { start, end, text, type } = parser.token
  if (type === 'end') return refuse('unexpected', start, end, 'the condition ends too early')
  const word = type === 'name' ? foreignWords.get(text.toLowerCase()) : undefined
  if (word === 'includes' && text === 'in')
    return refuse('operator', start, end, 'there is no "in": write the list first, [...] includes value')
  if (word !== undefined) return refuse('operator', start, end, `there is no "${text}": write "${word}"`, word)
  if (type === 'sign' || text === 'includes')
    return refuse('unexpected', start, end, `"${text}" stands where it means nothing`)
  return refuse('unexpected', start, end, `an operator such as == or && is missing before ${text}`)
}
