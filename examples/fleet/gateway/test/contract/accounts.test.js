import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MatchersV3, PactV3 } from '@pact-foundation/pact'
import { accountsClient } from '../../src/accounts-client.js'

// What this service needs of accounts. Each test that passes is written to pacts/, which is published.
const pact = new PactV3({ consumer: 'gateway', provider: 'accounts', dir: 'pacts', logLevel: 'warn' })
const { integer, string } = MatchersV3

test('an account has a holder and a balance in cents', async () => {
  pact
    .given('account 7 is Ada’s')
    .uponReceiving('a request for an account')
    .withRequest({ method: 'GET', path: '/accounts/7', headers: { accept: 'application/json' } })
    .willRespondWith({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { id: integer(7), holder: string('Ada'), balance: integer(1250) },
    })
  await pact.executeTest(async ({ url }) => {
    assert.deepEqual(await accountsClient(url).account(7), { id: 7, holder: 'Ada', balance: 1250 })
  })
})

test('an account that is not there is none', async () => {
  pact
    .given('there is no account 8')
    .uponReceiving('a request for an account that is not there')
    .withRequest({ method: 'GET', path: '/accounts/8', headers: { accept: 'application/json' } })
    .willRespondWith({ status: 404 })
  await pact.executeTest(async ({ url }) => {
    assert.equal(await accountsClient(url).account(8), undefined)
  })
})
