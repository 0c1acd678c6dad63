import { expect, test } from 'vitest'
import { escapeDollar } from '../../../core/src/agent/interpolation/escape-dollar.ts'
import { maskOf } from './mask.ts'

const odd = 'p4$$w"o\'r\\d\n é{x}'

test.each([
  ['plain', odd],
  ['JSON', JSON.stringify(odd).slice(1, -1)],
  ['JSON within JSON', JSON.stringify(JSON.stringify(odd)).slice(3, -3)],
  ['YAML in single quotes', odd.replaceAll("'", "''")],
  ['indented, with CRLF', odd.replace('\n', '\r\n      ')],
  ['Markdown', odd.replace(/[\\`*_{}[\]<>|#~$&]/g, '\\$&')],
  ['by numbers', odd.replace('é', '\\u00e9').replace('"', '\\x22')],
  ['with the escape of the agent', odd.replaceAll('$', '$$$$')],
])('hides a value as it is written: %s', (_, written) => {
  expect(maskOf([odd]).hide(`a ${written} b`)).toBe('a [REDACTED] b')
})

test.each(['abcdefgh\\$$', 'abc\\\\\\$defgh', 'a\\$b\\\\$cdefg'])(
  'hides %j with the escapes of the agent',
  (secret) => {
    expect(maskOf([secret]).hide(`a ${escapeDollar(secret)} b`)).toBe('a [REDACTED] b')
  },
)

test('hides the beginning of a value where a text is cut', () => {
  expect(maskOf(['abcdefghijkl']).hide('"deploy abcdefgh…" and "ab…"')).toBe('"deploy [REDACTED]…" and "ab…"')
})

test('hides the keys that are made of labels with a value', () => {
  expect(maskOf(['Ab_Cd Ef9']).hide('no step has the key "deploy-ab-cd-ef9"')).toBe(
    'no step has the key "deploy-[REDACTED]"',
  )
})

test('leaves short values, which are ordinary words', () => {
  expect(maskOf(['main', '', ' \n']).hide('branch main')).toBe('branch main')
})

test('one value inside another or across it leaves nothing of either', () => {
  expect(maskOf(['secret-one', 'one-and-two', 'secret-one-more']).hide('secret-one-and-two secret-one-more')).toBe(
    '[REDACTED] [REDACTED]',
  )
})

const token = `ghp_${'a1'.repeat(18)}`
const key = `-----BEGIN RSA PRIVATE KEY-----\r\n${'A'.repeat(64)}\r\nBBBB\r\n-----END RSA PRIVATE KEY-----`

test.each([
  ['a token', `use ${token}.`, 'use [REDACTED].'],
  ['a token that is cut', `"${token.slice(0, 30)}…"`, '"[REDACTED]…"'],
  ['a key in several lines', `key: ${key} end`, 'key: [REDACTED] end'],
  ['a key as JSON writes it', JSON.stringify({ key }), '{"key":"[REDACTED]"}'],
  ['the password of a URL', 'git clone https://me:p$ss@host/a@b', 'git clone https://[REDACTED]@host/a@b'],
  [
    'no variable, port or user',
    'http://a:80/b@c https://$U:$P@h ssh://git@h',
    'http://a:80/b@c https://$U:$P@h ssh://git@h',
  ],
])('hides what its form shows to be secret: %s', (_, text, hidden) => {
  expect(maskOf([]).hide(text)).toBe(hidden)
})

test('stars keep the length and the lines of a text', () => {
  expect(maskOf(['one\ntwo three']).blank('a one\r\n  two three b', [[0, 1]])).toBe('* ***\r\n*********** b')
})

test('a secret of several lines that has begun may go on', () => {
  const mask = maskOf(['first-line\nsecond'])
  const texts = ['nothing\n', 'x first-line\n', 'x first-line\nother\n', 'a\n-----BEGIN PRIVATE KEY-----\n']
  expect(texts.map(mask.unfinished)).toEqual([8, 2, 19, 2])
})
