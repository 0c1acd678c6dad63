import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { forgivenStatuses, mayFailSoftly } from './soft-fail.ts'

test.each<[unknown, boolean]>([
  [undefined, false],
  [null, false],
  [false, false],
  ['false', false],
  [[], false],
  [true, true],
  ['true', true],
  [[{ exit_status: 1 }], true],
  [{ [interpolatedText]: '$A' }, true],
])('whether a step may fail with %j', (softFail, expected) => {
  expect(mayFailSoftly(softFail)).toBe(expected)
})

test('the forgiven statuses of a list', () => {
  expect(forgivenStatuses([{ exit_status: '*' }, 5])).toEqual([
    { status: '*', path: ['soft_fail', 0, 'exit_status'] },
    { status: undefined, path: ['soft_fail', 1, 'exit_status'] },
  ])
  expect(forgivenStatuses(true)).toEqual([])
})
