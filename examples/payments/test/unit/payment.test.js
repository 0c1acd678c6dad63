import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPayment } from '../../src/payment.js'

test('takes a payment in cents', () => {
  assert.deepEqual(readPayment({ account: 'ada', amount: 250 }), { payment: { account: 'ada', amount: 250 } })
})

test('refuses what is no amount of money', () => {
  for (const amount of [0, -1, 2.5, '5', undefined]) {
    assert.equal(readPayment({ account: 'ada', amount }).problem, 'amount must be a positive number of cents')
  }
})
