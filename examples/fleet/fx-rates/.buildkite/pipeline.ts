import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'fx-rates',
  team: 'markets',
  tests: ['unit'],
})
