import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'gateway',
  team: 'platform',
  tests: ['unit', { kind: 'contract', label: ':handshake: Contract', artifact_paths: 'pacts/*.json' }],
  pact: { consumer: true, secrets: ['PACT_BROKER_TOKEN'] },
})
