import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'payments',
  team: 'payments',
})
