import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'accounts',
  team: 'accounting',
  tests: ['unit'],
  pact: { provider: true, secrets: ['PACT_BROKER_TOKEN'] },
})
