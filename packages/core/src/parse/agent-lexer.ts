import { Lexer } from 'yaml'

/** Why a text is refused that the `yaml` package reads. */
export interface Refusal {
  /** `syntax`: the agent refuses it. `quirk`: see `ProblemKind`. */
  readonly kind: 'syntax' | 'quirk'
  readonly offset: number
  readonly message: string
}

/** The lexemes of a text, for the parser of the `yaml` package. */
export interface Lexed {
  readonly lexemes: readonly string[]
  readonly refusal: Refusal | undefined
}

/** A part of the lexer: gives lexemes, and returns how many characters those have. */
type Lexemes = Generator<string, number>
type Then = Generator<string, unknown>

/** What is overridden and called of the `yaml` package's lexer, all private there. */
interface Internals {
  readonly buffer: string
  readonly pos: number
  readonly flowLevel: number
  indentNext: number
  indentValue: number
  pushCount: (count: number) => Lexemes
  pushIndicators: () => Lexemes
  pushSpaces: (allowTabs: boolean) => Lexemes
  pushTag: () => Lexemes
  pushToIndex: (index: number, allowEmpty: boolean) => Lexemes
  pushUntil: (test: (character: string | undefined) => boolean) => Lexemes
  parseFlowCollection: () => Then
  parsePlainScalar: () => Then
  parseStream: () => Then
  parseQuotedScalar: () => Then
}

/**
 * Reads a text with the `yaml` package's lexer, changed where the agent's reader (go-yaml v3, which reads YAML 1.1 in its
 * own way) finds other words than YAML 1.2 has:
 *
 * - Lines inside quotes and brackets have any indentation.
 * - Inside brackets `?` ends a plain text and `:` begins a value wherever they stand first, but `:` ends a plain text only
 *   before a blank: `{a:[b]}` and `[x?y]` are mistakes, `[-]` is a text.
 * - Names of anchors are letters, digits, `_` and `-`; tags hold commas and brackets too.
 * - A tab is no blank where a key may begin.
 */
export const lexAsAgent = (text: string): Lexed => {
  const lexer = new Lexer()
  const own = lexer as unknown as Internals
  let refusal: Refusal | undefined
  const refuse = (message: string, offset = own.pos, kind: Refusal['kind'] = 'syntax'): void => {
    refusal ??= { kind, offset, message }
  }
  const charAt = (index: number): string => own.buffer.charAt(own.pos + index)

  const parseQuoted = own.parseQuotedScalar.bind(lexer)
  own.parseQuotedScalar = () => unindented(own, parseQuoted)
  const parseFlow = own.parseFlowCollection.bind(lexer)
  own.parseFlowCollection = () => unindented(own, parseFlow)

  const parseBlockPlain = own.parsePlainScalar.bind(lexer)
  own.parsePlainScalar = function* () {
    if (own.flowLevel === 0) return yield* parseBlockPlain()
    yield scalar
    yield* own.pushToIndex(flowPlainEnd(own.buffer, own.pos), true)
    return 'flow'
  }

  own.pushIndicators = function* () {
    const start = own.pos
    if (own.buffer[start - 1] === '\n') {
      if (charAt(0) === mark) refuse(markInside, start, 'quirk')
      if (charAt(0) === '%') refuse('a directive must stand before a document', start, 'quirk')
    }
    for (;;) {
      const first = charAt(0)
      if (first === '!') yield* own.pushTag()
      else if (first === '&') yield* own.pushUntil(() => true)
      else if (isIndicator(first, charAt(1), own.flowLevel > 0)) {
        if (own.flowLevel === 0) own.indentNext = own.indentValue + 1
        yield* own.pushCount(1)
      } else return own.pos - start
      yield* own.pushSpaces(true)
    }
  }

  const pushUntil = own.pushUntil.bind(lexer)
  own.pushUntil = (test) => {
    if (!/[&*]/.test(charAt(0))) return pushUntil(test)
    const length = lengthOf(/[&*][\w-]*/y, own)
    if (length === 1 || !/^[ \t\r\n?:,\]}%@`]?$/.test(charAt(length))) {
      refuse('the name of an anchor may hold letters, digits, `-` and `_` only', own.pos + length)
    } else if (
      charAt(length) === '?' ||
      (charAt(length) === ':' && own.flowLevel === 0 && !isBlank(charAt(length + 1)))
    ) {
      refuse('an anchor must be followed by a blank', own.pos + length, 'quirk')
    }
    return own.pushCount(length)
  }

  own.pushTag = () => {
    const length = lengthOf(/!<[^ \t\r\n>]*>|!(?:[-\w;/?:@&=+$,.!~*'()[\]]|%[\da-fA-F]{2})*/y, own)
    if (!isBlank(charAt(length))) refuse('a tag must be followed by a blank', own.pos + length)
    if (/^!(?!<)(?:[^!]*!.*!|[^!]*[^\w!-][^!]*!)/.test(own.buffer.slice(own.pos, own.pos + length))) {
      refuse('this tag holds too many `!`', own.pos, 'quirk')
    }
    return own.pushCount(length)
  }

  const pushSpaces = own.pushSpaces.bind(lexer)
  own.pushSpaces = (allowTabs) => {
    const spaces = lengthOf(/ */y, own)
    if (allowTabs && own.flowLevel === 0 && keyMayBegin && charAt(spaces) === '\t') {
      refuse('tabs cannot indent', own.pos + spaces)
    }
    return pushSpaces(allowTabs)
  }

  const parseStream = own.parseStream.bind(lexer)
  own.parseStream = () => {
    if (charAt(0) === mark) refuse(markInside, own.pos, 'quirk')
    if (charAt(0) === '%') {
      const [, name] = matchOf(directive, own) ?? []
      if (name === undefined) refuse('the agent knows the directives %YAML and %TAG only')
      else if (directives.has(name)) refuse('this directive comes twice')
      else directives.add(name)
    }
    return parseStream()
  }

  const lexemes: string[] = []
  const directives = new Set<string>()
  let keyMayBegin = true
  for (const lexeme of lexer.lex(text)) {
    lexemes.push(lexeme)
    if (lexeme === documentStart) directives.clear()
    keyMayBegin = lexeme.endsWith('\n') || (keyMayBegin && (/^(?:[-?:]| +)$/.test(lexeme) || lexeme === documentStart))
  }
  return { lexemes, refusal }
}

const mark = '\ufeff'
const markInside = 'a byte order mark stands here: it may be the first character of a file only'
const directive =
  /%(YAML(?=[ \t]+\d+\.\d+)|TAG[ \t]+!(?:[-\w]*!)?(?=[ \t]))[ \t]+[-\w;/?:@&=+$,.!~*'()[\]%]+(?:[ \t]+#.*|[ \t]*)$/my

/** Comes before the lexeme of a text without quotes. */
const scalar = '\u001f'
const documentStart = '\u0002'

/** Reads quotes or brackets as if no line had to be indented. */
function* unindented(own: Internals, parse: () => Then): Then {
  const { indentNext } = own
  own.indentNext = 0
  const next = yield* parse()
  own.indentNext = indentNext
  return next
}

const isBlank = (character: string): boolean => /^[ \t\r\n]?$/.test(character)

const isIndicator = (character: string, next: string, inFlow: boolean): boolean =>
  character === '-' ? isBlank(next) : (character === '?' || character === ':') && (inFlow || isBlank(next))

/** Where a text without quotes ends that begins at a place inside brackets. */
const flowPlainEnd = (buffer: string, start: number): number => {
  const words = /(?:[^ \t\r\n:,?[\]{}]|:(?![ \t\r\n]|$))+/y
  const blanks = /[ \t\r\n]+/y
  for (let [place, end] = [start, start]; ; place = blanks.lastIndex) {
    words.lastIndex = place
    if (buffer[place] === '#' || !words.test(buffer)) return end
    end = blanks.lastIndex = words.lastIndex
    if (!blanks.test(buffer)) return end
    const isLine = buffer[blanks.lastIndex - 1] === '\n'
    if (isLine && /^(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(buffer.slice(blanks.lastIndex, blanks.lastIndex + 4)))
      return end
  }
}

const matchOf = (pattern: RegExp, { buffer, pos }: Internals): RegExpExecArray | null => {
  pattern.lastIndex = pos
  return pattern.exec(buffer)
}

const lengthOf = (pattern: RegExp, own: Internals): number => matchOf(pattern, own)?.[0].length ?? 0
