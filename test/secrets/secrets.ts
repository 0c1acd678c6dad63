import { type Arbitrary, array, constantFrom, integer, oneof, string, tuple } from 'fast-check'

/** A secret that must not be shown. */
export interface Secret {
  readonly text: string
  /** A part of it that no escape changes: it is in every form of the secret. */
  readonly core: string
  /** Whether only the name of its variable says that it is secret. */
  readonly isNamed: boolean
}

const letters = (alphabet: string, length: number): Arbitrary<string> =>
  string({ unit: constantFrom(...alphabet), minLength: length, maxLength: length })

const lower = 'abcdefghjkmnpqrstuvwxyz23456789'
const core = letters(lower, 13).map((text) => `${text}7a`)

/** What escapes, cuts and lines of the formats might mind. */
const odd = array(
  constantFrom(
    ...'\'"`\\\n$*_[]<>#|~&{}!%:-@,/=+ \tx7é🚀\u2028\u001B\u0007\u0085',
    '\r\n',
    '$$',
    '\\n',
    '--- ',
    '…',
    '${',
  ),
  { maxLength: 8 },
).map((parts) => parts.join(''))

/** The value of a secret variable: what it is made of shows nothing. */
const named: Arbitrary<Secret> = tuple(odd, core, odd).map(([before, middle, after]) => ({
  text: before + middle + after,
  core: middle,
  isNamed: true,
}))

/** The same in several lines. */
const severalLines: Arbitrary<Secret> = tuple(
  core,
  array(core, { minLength: 1, maxLength: 3 }),
  constantFrom('\n', '\r\n'),
).map(([middle, others, end]) => ({ text: [middle, ...others].join(end), core: middle, isNamed: true }))

/** What its issuer, or its form, made recognisable. */
const literal: Arbitrary<Secret> = tuple(core, letters(lower, 40), integer({ min: 0, max: 5 })).map(
  ([middle, more, kind]) => {
    const end = more.toUpperCase()
    const texts = [
      `ghp_${middle}${more}`,
      `glpat-${middle}${more}`,
      `npm_${(middle + more).slice(0, 36)}`,
      `https://user:${middle}@example.com/a`,
      `-----BEGIN PRIVATE KEY-----\n${middle}${more}\n${end}\n-----END PRIVATE KEY-----`,
      `-----BEGIN RSA PRIVATE KEY-----\r\n${middle}${more}\r\n${end}\r\n-----END RSA PRIVATE KEY-----\r\n`,
    ]
    return { text: texts[kind] ?? '', core: middle, isNamed: false }
  },
)

export const secrets: Arbitrary<Secret> = oneof({ weight: 3, arbitrary: named }, severalLines, {
  weight: 2,
  arbitrary: literal,
})
