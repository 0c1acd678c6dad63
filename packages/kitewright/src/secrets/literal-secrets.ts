import { credentials } from '@kitewright/core'

const begin = '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----'
const end = '-----END (?:[A-Z0-9]+ )*PRIVATE KEY-----'

/**
 * What shows by its form that it is a secret: what the rules know (KW4102), whole where a rule knows its beginning, and
 * also where a text was cut by `…`. A group `secret` is the part that is one.
 */
export const literalSecrets: readonly RegExp[] = [
  // Without its end, as far as it looks like a key.
  new RegExp(
    `${begin}(?:(?:(?!-----)[^])*${end}|(?:[^A-Za-z0-9+/=]{0,40}[A-Za-z0-9+/=]{16,})*(?:[^A-Za-z0-9+/=\\w]{0,40}[A-Za-z0-9+/=]+(?=…))?)`,
    'g',
  ),
  // What a password may hold is more than in the rule, which must not be wrong; a variable is none.
  /:\/\/(?<secret>[^\s@/:"'`<>]*:(?!\$+\w+@|\$+\{[^}@]*\}@)[^\s/"'`<>]+)(?=@|…)/dg,
  ...credentials
    .filter(([name]) => name !== 'a private key' && name !== 'a password in a URL')
    .map(([, pattern]) => new RegExp(pattern.source, `${pattern.flags}g`)),
  /\b(?:(?:AKIA|ASIA)[0-9A-Z]+|(?:gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|npm_|[rs]k_live_|AIza|bk[a-z]{2}_)[\w-]{4,})(?=…)/g,
]

/** A private key of 16,384 bits has that many lines. */
export const privateKeyLines = { begin: new RegExp(begin, 'g'), lines: 220 } as const
