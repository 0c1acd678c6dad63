import { test } from 'node:test'
import { Verifier } from '@pact-foundation/pact'
import { accountsServer } from '../../src/accounts.js'

// Whether this service does what its consumers' pacts say: those of their main branches, and of what is deployed.
test('consumers get what they ask for', async () => {
  const accounts = new Map()
  const server = accountsServer(accounts)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN, PACT_PUBLISH, BUILDKITE_COMMIT, BUILDKITE_BRANCH } = process.env
  const verifier = new Verifier({
    provider: 'accounts',
    providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
    pactBrokerUrl: PACT_BROKER_BASE_URL,
    pactBrokerToken: PACT_BROKER_TOKEN,
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    publishVerificationResult: PACT_PUBLISH === 'true',
    providerVersion: BUILDKITE_COMMIT,
    providerVersionBranch: BUILDKITE_BRANCH,
    logLevel: 'warn',
    stateHandlers: {
      'account 7 is Ada’s': async () => void accounts.set(7, { holder: 'Ada', balance: 1250 }),
      'there is no account 8': async () => void accounts.delete(8),
    },
  })
  try {
    await verifier.verifyProvider()
  } finally {
    server.close()
  }
})
