import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { asList, asListOfAny, asMap, isGiven, isOn } from './read-value.ts'

const map = { a: 1 }
const filledIn = { [interpolatedText]: '$A' }

test.each<[unknown, unknown, unknown, unknown, boolean, boolean]>([
  [undefined, {}, [], [], false, false],
  [null, {}, [], [], false, false],
  [map, map, [], [map], false, true],
  [filledIn, {}, [], [filledIn], false, true],
  [['a'], {}, ['a'], ['a'], false, true],
  ['a', {}, [], ['a'], false, true],
  ['', {}, [], [''], false, true],
  [true, {}, [], [true], true, true],
  ['true', {}, [], ['true'], true, true],
  [false, {}, [], [false], false, true],
])('%j as a map, a list, a list of any; whether it is on and given', (value, ...expected) => {
  expect([asMap(value), asList(value), asListOfAny(value), isOn(value), isGiven(value)]).toEqual(expected)
})
