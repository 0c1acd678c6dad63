import assert from 'node:assert/strict'
import { test } from 'node:test'

test('a payment is kept in the database', async () => {
  const body = JSON.stringify({ account: 'ada', amount: 250 })
  const response = await fetch(`${process.env.SERVICE_URL}/payments`, { method: 'POST', body })
  assert.equal(response.status, 201)
  assert.equal(typeof (await response.json()).id, 'number')
})
