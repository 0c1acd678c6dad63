import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { concurrencyOf } from './concurrency.ts'

test.each<[object, object]>([
  [{}, {}],
  [{ concurrency: null, concurrency_group: null, concurrency_method: null }, {}],
  [
    { concurrency: 1, concurrency_group: 'a', concurrency_method: 'eager' },
    { limit: 1, group: 'a', groupName: 'a', method: 'eager' },
  ],
  [{ concurrency_group: { [interpolatedText]: '$A/b' } }, { group: { [interpolatedText]: '$A/b' }, groupName: '$A/b' }],
  [
    { concurrency: 0, concurrency_group: 5 },
    { limit: 0, group: 5 },
  ],
])('the concurrency of %j', (attributes, expected) => {
  expect(concurrencyOf({ ...attributes })).toEqual(expected)
})
