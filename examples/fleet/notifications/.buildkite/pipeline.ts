import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'notifications',
  team: 'platform',
  http: false,
  tests: ['unit'],
})
