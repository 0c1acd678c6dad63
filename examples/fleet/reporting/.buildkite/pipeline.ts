import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'reporting',
  team: 'accounting',
  folder: 'examples/fleet/reporting',
})
