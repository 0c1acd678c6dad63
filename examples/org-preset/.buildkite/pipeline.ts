import { acmeService } from '@acme/presets'

export default acmeService({ name: 'invoices', team: 'billing' })
