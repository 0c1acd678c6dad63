/** A part of a regular expression, by offsets into its pattern, and what stands there instead. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** An alternative of a group, or of the whole pattern. */
interface Alternative {
  readonly start: number
  readonly end: number
}

/**
 * The mutants of a regular expression's literal: emptied, without an alternative, an anchor, a flag or a member of a
 * class, with other quantifiers, with a class or a look-around turned round. Those that do not compile are left out.
 */
export function regexMutations(literal: string): readonly string[] {
  const slash = literal.lastIndexOf('/')
  const pattern = literal.slice(1, slash)
  const flags = literal.slice(slash + 1)
  const edited = patternEdits(pattern).map(
    ({ start, end, text }) => `/${pattern.slice(0, start)}${text}${pattern.slice(end)}/${flags}`,
  )
  const unflagged = [...flags]
    .filter((flag) => 'ims'.includes(flag))
    .map((flag) => `/${pattern}/${flags.replace(flag, '')}`)
  const found = new Set([`/(?:)/${flags}`, ...edited, ...unflagged])
  return [...found].filter((mutant) => mutant !== literal && compiles(mutant))
}

function compiles(literal: string): boolean {
  const slash = literal.lastIndexOf('/')
  try {
    return slash > 1 && new RegExp(literal.slice(1, slash), literal.slice(slash + 1)) instanceof RegExp
  } catch {
    return false
  }
}

const token =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u.{4}|x..|c.|[^])|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|\{\d+(?:,\d*)?\}|[^]/gu

function patternEdits(pattern: string): readonly Edit[] {
  const edits: Edit[] = []
  const groups: { readonly bars: number[]; readonly start: number }[] = [{ bars: [], start: 0 }]
  for (const { 0: text, index: start } of pattern.matchAll(token)) {
    const end = start + text.length
    const replace = (other: string): number => edits.push({ start, end, text: other })
    if (text.startsWith('[')) edits.push(...classEdits(text, start))
    else if (/^\\[dDwWsSpPbB]/.test(text)) replace(turned(text))
    else if (text === '^' || text === '$') replace('')
    else if (text === '*') replace('+')
    else if (text === '+' || text === '?') replace('')
    else if (/^\{\d/.test(text)) for (const other of otherCounts(text)) replace(other)
    else if (text === '|') groups.at(-1)?.bars.push(start)
    else if (text.startsWith('(')) {
      if (/[=!]$/.test(text)) replace(text.endsWith('=') ? text.replace('=', '!') : text.replace('!', '='))
      groups.push({ bars: [], start: end })
    } else if (text === ')') edits.push(...withoutAlternatives(groups.pop(), start))
  }
  return [...edits, ...withoutAlternatives(groups.pop(), pattern.length)]
}

/** `\b` is taken away; other classes mean the opposite. */
function turned(escape: string): string {
  const letter = escape.charAt(1)
  if (letter === 'b' || letter === 'B') return ''
  return `\\${letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()}${escape.slice(2)}`
}

function otherCounts(quantifier: string): readonly string[] {
  const numbers = [...quantifier.matchAll(/\d+/g)]
  return numbers.flatMap(({ 0: digits, index }) =>
    [Number(digits) - 1, Number(digits) + 1].map(
      (other) => `${quantifier.slice(0, index)}${other}${quantifier.slice(index + digits.length)}`,
    ),
  )
}

function classEdits(text: string, start: number): readonly Edit[] {
  const isNegated = text.startsWith('[^')
  const end = start + text.length
  const inside = start + (isNegated ? 2 : 1)
  const members = [
    ...text.slice(inside - start, -1).matchAll(/(?:\\(?:[pP]\{[^}]*\}|u.{4}|[^])|[^])(?:-(?:\\[^]|[^]))?/gu),
  ]
  const without =
    members.length < 2
      ? []
      : members.map(({ 0: member, index }) => ({
          start: inside + index,
          end: inside + index + member.length,
          text: '',
        }))
  return [{ start, end, text: isNegated ? `[${text.slice(2)}` : `[^${text.slice(1)}` }, ...without]
}

function withoutAlternatives(
  group: { readonly bars: readonly number[]; readonly start: number } | undefined,
  end: number,
): readonly Edit[] {
  if (group === undefined || group.bars.length === 0) return []
  const starts = [group.start, ...group.bars.map((bar) => bar + 1)]
  const alternatives: readonly Alternative[] = starts.map((start, index) => ({ start, end: group.bars[index] ?? end }))
  return alternatives.map(({ start, end: last }, index) => ({
    // With one of the bars beside it.
    start: index === 0 ? start : start - 1,
    end: index === 0 ? last + 1 : last,
    text: '',
  }))
}
