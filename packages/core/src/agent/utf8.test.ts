import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBytes, toBytes } from './utf8.ts'

describe('a text has the bytes of UTF-8', () => {
  test.each([
    ['\u007f', '\x7f'],
    ['\u0080', '\xc2\x80'],
    ['\u07ff', '\xdf\xbf'],
    ['\u0800', '\xe0\xa0\x80'],
    ['€', '\xe2\x82\xac'],
    ['\ud7ff', '\xed\x9f\xbf'],
    ['\ue000', '\xee\x80\x80'],
    ['\uffff', '\xef\xbf\xbf'],
    ['\u{10000}', '\xf0\x90\x80\x80'],
    ['\u{10ffff}', '\xf4\x8f\xbf\xbf'],
    ['a😀b', 'a\xf0\x9f\x98\x80b'],
  ])('%j', (text, bytes) => {
    expect([toBytes(text), fromBytes(bytes)]).toEqual([bytes, text])
  })

  test('whatever it holds', () => {
    const texts = fc.sample(fc.string({ unit: 'binary' }), 200)
    expect(texts.map(toBytes)).toEqual(texts.map((text) => Buffer.from(text).toString('latin1')))
  })
})

test.each(['\ud800', '\udbff', '\udc00', '\udfff'])('half a character becomes U+FFFD: %j', (half) => {
  expect(toBytes(`a${half}b`)).toBe('a\xef\xbf\xbdb')
})

test.each([
  ['a lone byte of those that follow', '\x80', 1],
  ['the first byte alone', '\xc2', 1],
  ['a byte that no text has', '\xff', 1],
  ['a longer way to write a character', '\xc1\xbf', 2],
  ['three bytes where two would do', '\xe0\x9f\xbf', 3],
  ['half a character', '\xed\xa0\x80', 3],
  ['four bytes where three would do', '\xf0\x8f\xbf\xbf', 4],
  ['more than the last character', '\xf4\x90\x80\x80', 4],
  ['a character cut short', '\xf0\x9f\x98', 3],
  ['a character cut short by another', '\xe2\x82', 2],
])('as in Go, each byte of what is no character becomes U+FFFD: %s', (_, bytes, count) => {
  expect(fromBytes(`a${bytes}b`)).toBe(`a${'\ufffd'.repeat(count)}b`)
})
