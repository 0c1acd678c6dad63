import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'cards',
  team: 'payments',
  releasedByTag: true,
})
