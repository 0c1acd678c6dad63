import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { manualRetry, retryRules, takesAll } from './retry.ts'

const filledIn = { [interpolatedText]: '$A' }
const everything = { exitStatuses: '*', signals: '*', signalReasons: '*', limit: 2 }

test.each<[unknown, readonly object[]]>([
  [undefined, []],
  [{ automatic: false }, []],
  [{ automatic: null }, []],
  [{ automatic: 'yes' }, []],
  [{ automatic: filledIn }, []],
  [{ automatic: true }, [everything]],
  [{ automatic: 'true' }, [everything]],
  [{ automatic: {} }, [everything]],
  [{ automatic: { exit_status: '*', signal: ['*', 'TERM'], limit: 3 } }, [{ ...everything, limit: 3 }]],
  [{ automatic: { exit_status: -1, limit: '$N' } }, [{ ...everything, exitStatuses: [-1], limit: undefined }]],
  [
    { automatic: { signal: filledIn, signal_reason: 'stopped' } },
    [{ ...everything, signals: undefined, signalReasons: ['stopped'] }],
  ],
])('the rule of %j', (retry, rules) => {
  expect(retryRules(retry)).toEqual(rules.map((rule) => ({ ...rule, path: ['retry', 'automatic'] })))
})

test('each rule of a list knows its place', () => {
  expect(retryRules({ automatic: [{ exit_status: [1, 2] }, { limit: 1 }] })).toEqual([
    { ...everything, exitStatuses: [1, 2], path: ['retry', 'automatic', 0] },
    { ...everything, limit: 1, path: ['retry', 'automatic', 1] },
  ])
})

test.each([
  [{}, true],
  [{ exit_status: 1 }, false],
  [{ signal: 'TERM' }, false],
  [{ signal_reason: 'stopped' }, false],
])('whether %j takes every failure', (automatic, expected) => {
  expect(retryRules({ automatic }).map(takesAll)).toEqual([expected])
})

test.each<[unknown, boolean | undefined, unknown]>([
  [undefined, true, undefined],
  [null, true, undefined],
  [true, true, undefined],
  [false, false, undefined],
  ['false', false, undefined],
  [filledIn, undefined, undefined],
  [{}, true, undefined],
  [{ allowed: false, reason: 'no' }, false, 'no'],
  [{ allowed: 'false' }, false, undefined],
  [{ allowed: filledIn }, undefined, undefined],
])('whether a person may run a job again: %j', (manual, isAllowed, reason) => {
  expect(manualRetry({ manual })).toEqual({ isAllowed, reason })
})
