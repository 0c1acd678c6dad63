import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsServer } from '../../src/accounts.js'

test('an account is told by its number', async () => {
  const server = accountsServer(new Map([[7, { holder: 'Ada', balance: 5 }]]))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const response = await fetch(`http://127.0.0.1:${server.address().port}/accounts/7`)
  assert.deepEqual(await response.json(), { id: 7, holder: 'Ada', balance: 5 })
  server.close()
})
