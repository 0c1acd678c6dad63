import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'accounts',
  team: 'accounting',
  tests: ['unit', 'integration', { kind: 'contract', label: ':handshake: Contract' }],
})
