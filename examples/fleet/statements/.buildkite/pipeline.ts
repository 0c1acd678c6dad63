import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'statements',
  team: 'accounting',
  http: false,
})
