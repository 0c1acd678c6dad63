import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'money',
  team: 'platform',
  tests: ['unit'],
  deployed: false,
})
