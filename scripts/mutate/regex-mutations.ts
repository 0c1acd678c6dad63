import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The mutants of a regular expression's literal: emptied, without an alternative, an anchor, a flag or a member of a
 * class, with other quantifiers, with a class or a look-around turned round.
 */
export function regexMutations(literal: string): readonly string[] {
  const found = new Set<string>()
  const replace = ({ start, end }: Span, text: string): void =>
    void found.add(`${literal.slice(0, start)}${text}${literal.slice(end)}`)
  const withoutOneOf = (items: readonly Span[]): void => {
    if (items.length > 1) for (const item of items) replace(item, '')
  }
  const withoutAlternative = ({ alternatives }: { readonly alternatives: readonly AST.Alternative[] }): void =>
    withoutOneOf(
      alternatives.map(({ start, end }, index) => ({
        start: index > 0 ? start - 1 : start,
        end: index > 0 ? end : end + 1,
      })),
    )
  const tree = parseRegExpLiteral(literal)
  replace(tree.pattern, '(?:)')
  visitRegExpAST(tree, {
    onPatternEnter: withoutAlternative,
    onGroupEnter: withoutAlternative,
    onCapturingGroupEnter: withoutAlternative,
    onFlagsEnter(flags) {
      for (const flag of flags.raw) if ('ims'.includes(flag)) replace(flags, flags.raw.replace(flag, ''))
    },
    onAssertionEnter(assertion) {
      if ('alternatives' in assertion) withoutAlternative(assertion)
      if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind')
        replace(
          assertion,
          assertion.raw.replace(/[=!]/, (sign) => (sign === '=' ? '!' : '=')),
        )
      else replace(assertion, '')
    },
    onQuantifierEnter({ element, end, raw }) {
      const sign = { start: element.end, end }
      const text = raw.slice(element.raw.length)
      if (text.startsWith('{')) for (const other of otherCounts(text)) replace(sign, other)
      else replace(sign, text.startsWith('*') ? text.replace('*', '+') : text.slice(1))
    },
    onCharacterClassEnter(set) {
      replace(set, set.negate ? set.raw.replace('^', '') : set.raw.replace('[', '[^'))
      withoutOneOf(set.elements)
    },
    onCharacterSetEnter(set) {
      if (set.kind === 'any') return
      const turned = (letter: string): string => (set.negate ? letter.toLowerCase() : letter.toUpperCase())
      replace(set, set.raw.replace(/[a-z]/i, turned))
    },
  })
  // Two slashes would start a comment.
  return [...found].filter((mutant) => mutant !== literal && !mutant.startsWith('//'))
}

function otherCounts(quantifier: string): readonly string[] {
  return [...quantifier.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
    [Number(digits) - 1, Number(digits) + 1].map(
      (other) => `${quantifier.slice(0, index)}${other}${quantifier.slice(index + digits.length)}`,
    ),
  )
}
