import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { credentialIn, credentials, declaredSecrets, isSecretName, isWrittenOut, mayHoldCredential } from './secrets.ts'

test.each(credentials)('%s is nowhere without its marker', (_, pattern) => {
  // What stands around it can be anything; boundaries of words are not known to the generator.
  const form = new RegExp(pattern.source.replaceAll(/\\b|\(\?!.*\)$/g, ''))
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(form), fc.string(), (before, text, after) => {
      expect(mayHoldCredential(before + text + after)).toBe(true)
    }),
  )
})

test('most texts have no marker', () => {
  const texts = [
    'npm test',
    'https://github.com/a/b@main',
    'scripts/deploy prod',
    ':rocket: Deploy',
    'node:22',
    'a_b',
    'bk',
  ]
  expect(texts.filter(mayHoldCredential)).toEqual([])
})

test.each<[unknown, readonly unknown[]]>([
  [undefined, []],
  ['A', []],
  [{ A: 'a', B: 5 }, [{ key: 'a', variable: 'A', path: ['secrets', 'A'] }]],
  [
    ['A', { key: 'B' }, { key: 'C', environment_variable: 'D' }],
    [
      { key: 'A', variable: 'A', path: ['secrets', 0] },
      { key: 'B', variable: 'B', path: ['secrets', 1] },
      { key: 'C', variable: 'D', path: ['secrets', 2] },
    ],
  ],
  [[5, { key: 5 }, { key: 'A', environment_variable: 5 }, null], []],
])('the secrets of %j', (secrets, declared) => {
  expect([...declaredSecrets(secrets)]).toEqual(declared)
})

test('the agent knows secrets by the endings of their names', () => {
  const endings = [
    'PASSWORD',
    'SECRET',
    'TOKEN',
    'PRIVATE_KEY',
    'ACCESS_KEY',
    'SECRET_KEY',
    'CONNECTION_STRING',
    'API_KEY',
    'SSH_KEY',
  ]
  const names = endings.map((ending) => `A_${ending}`)
  expect([...names, 'TOKEN', 'A_TOKEN_B', 'A_KEY'].filter(isSecretName)).toEqual(names)
})

test('what a variable holds is not written out', () => {
  const texts = ['a', '$5', '$A b', 'b$A', '${A} b', '$A', '${A}', '${A:-b}', '', 5]
  expect(texts.filter(isWrittenOut)).toEqual(['a', '$A b', 'b$A', '${A} b'])
})

/** Credentials as short as they come. */
const shortest: readonly (readonly [name: string, text: string])[] = [
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
  ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ['an AWS access key', `AKIA${'A1'.repeat(8)}`],
  ['an AWS access key', `ASIA${'Z9'.repeat(8)}`],
  ...Array.from('opsur', (letter) => ['a GitHub token', `gh${letter}_${'aZ9'.repeat(12)}`] as const),
  ['a GitHub token', `github_pat_${'aZ_9'.repeat(10)}`],
  ['a GitLab token', `glpat-${'aZ-_9'.repeat(4)}`],
  ...Array.from('abeoprs', (letter) => ['a Slack token', `xox${letter}-${'aZ-_9'.repeat(2)}`] as const),
  ['a Slack webhook', 'hooks.slack.com/services/Tx/By/z'],
  ['an npm token', `npm_${'aZ9'.repeat(12)}`],
  ['a Stripe key', `rk_live_${'aZ90'.repeat(4)}`],
  ['a Stripe key', `sk_live_${'aZ90'.repeat(4)}`],
  ['a Google API key', `AIza${'aZ-_9'.repeat(7)}`],
  ['a Buildkite token', `bkua_${'aZ9'.repeat(10)}`],
  ['a password in a URL', 'a://b:c@'],
  ['a password in a URL', 'HTTPS://b:c@'],
]
const ofOneLength: ReadonlySet<string> = new Set(['an AWS access key', 'an npm token', 'a Google API key'])

describe.each(shortest)('%s: %s', (name, text) => {
  test('is found wherever it stands', () => {
    const end = name === 'a private key' ? '-----END' : '"'
    const found = { kind: name, written: text }
    expect([text, `a=${text}`, `"${text}${end} b`].map(credentialIn)).toEqual([found, found, found])
  })

  test('is none without its last character', () => {
    expect(credentialIn(text.slice(0, -1))).toBeUndefined()
  })

  test('has no more characters, if it has one length', () => {
    expect(credentialIn(`${text}A`)?.kind).toBe(ofOneLength.has(name) ? undefined : name)
  })
})

test.each(shortest.filter(([name]) => !/private key|webhook|password/.test(name)))(
  '%s does not begin inside a word: %s',
  (_, text) => {
    expect(credentialIn(`x${text}`)).toBeUndefined()
  },
)

test.each(['a://$USER:b@c', 'a://b:$PASSWORD@c', 'a://b c:d@e', 'a://b/c:d@e', 'a://:b@c', 'a://b:@c', '//b:c@d'])(
  'no password is written in %s',
  (text) => {
    expect(credentialIn(text)).toBeUndefined()
  },
)
