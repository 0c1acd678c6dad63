import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { accountsClient } from '../../src/accounts-client.js'

test('an answer that is no account is an error', async () => {
  const server = createServer((_, response) => response.writeHead(503).end())
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  await assert.rejects(accountsClient(`http://127.0.0.1:${server.address().port}`).account(7), /answered 503/)
  server.close()
})
