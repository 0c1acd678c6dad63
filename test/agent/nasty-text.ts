import * as fc from 'fast-check'

const characters = fc.constantFrom(
  ...'$\\{}:-\'"#&*!|>%@`?,[]=~/_.()<+ \t\n\r\0é',
  // C1 and DEL, separators of lines, marks of byte order, and what is not in the basic plane.
  ...'\u0085\u2028\u2029\ufeff\u00a0\u001b\u007f\u0090\ufffd\ufffe\uffff\u0301\u{1f600}\u{10ffff}',
)

const pieces = fc.constantFrom(
  ...'$A|${A}|${A:-b}|$$|\\$|\\\\$|$(pwd)|${|{{matrix}}|HOME|A|word|12'.split('|'),
  ...' \n|\n\n|: | #|---|...|- |? |<<|\n---\n|\n...\n|%YAML|!!str |&a|*a|\r\n|\n\t|\n '.split('|'),
)

const words = fc.constantFrom(
  ...'yes no on off y N true False NULL null ~ --- ... << = wait block __proto__ constructor'.split(' '),
  ...'2024-01-02 2024-01-02T03:04:05Z 12:30:45 0b11 1_000 0O17 0o17 0x_1 +0x10 .1_0 010 10'.split(' '),
  ...'0 -0 08 1.50 1e3 .inf -.INF .nan +1 1. .5 0x $ $$ \\ \\$ \\\\$HOME $HOME ${HOME ${1} $1 [] {} [a] {a:b}'.split(
    ' ',
  ),
  '',
  ' ',
  '\n',
  '\t',
  '{a: b}',
)

const anyCharacter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })

const mixture = fc.string({
  maxLength: 12,
  unit: fc.oneof(
    { weight: 5, arbitrary: characters },
    { weight: 3, arbitrary: pieces },
    { weight: 1, arbitrary: anyCharacter },
    { weight: 1, arbitrary: fc.constantFrom(...'abZ09') },
  ),
})

/** Any well-formed Unicode, mostly of the kind that YAML, JSON or the agent's interpolation read as something else. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: mixture },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: fc.tuple(words, mixture).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.lorem({ mode: 'sentences' }).map((prose) => prose.replaceAll('. ', '.\n')) },
)
