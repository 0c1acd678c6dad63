import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'ledger',
  team: 'accounting',
  tests: ['unit', { kind: 'integration', timeout_in_minutes: 30 }],
})
