import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { plainValue, plainWalk } from './plain-value.ts'

const filledIn = { [interpolatedText]: '$A' }
const circle: { self?: unknown } = {}
circle.self = circle
const list: unknown[] = []
list.push(list)
const shared = { a: undefined, b: 1 }
const date = new Date(0)

test.each<[string, unknown, unknown]>([
  ['a text', 'a', 'a'],
  ['nothing', undefined, undefined],
  ['null', null, null],
  ['what the agent fills in', filledIn, filledIn],
  ['what is no plain object', date, date],
  ['properties without a value', { a: undefined, b: { c: undefined, d: 1 } }, { b: { d: 1 } }],
  ['an item without a value', [undefined, { a: undefined }], [undefined, {}]],
  ['an object met twice', [shared, shared], [{ b: 1 }, { b: 1 }]],
  ['an object met inside itself', circle, { self: circle }],
  ['a list met inside itself', list, [list]],
  ['a key that is called like the prototype', JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":1}}')],
])('%s', (_, value, plain) => {
  expect(plainValue(value, plainWalk())).toStrictEqual(plain)
})

test('a value is copied as deep as plain objects go', () => {
  const value = { a: [{ b: {} }] }
  const copy = plainValue(value, plainWalk()) as typeof value
  expect(
    [copy, copy.a, copy.a[0], copy.a[0]?.b].map(
      (one, index) => one === [value, value.a, value.a[0], value.a[0]?.b][index],
    ),
  ).toEqual([false, false, false, false])
})

test('a walk begins with no object around it', () => {
  expect(plainWalk()).toEqual({ ancestors: [], depth: 0 })
})
