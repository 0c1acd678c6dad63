import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentials, declaredSecrets, isSecretName, isWrittenOut, mayHoldCredential } from './secrets.ts'

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
