import { acmeService } from '@acme/presets'

export default acmeService({
  name: 'fraud',
  team: 'risk',
  images: ['fraud', { imageName: 'fraud-scorer', dockerfile: 'scorer.Dockerfile' }],
})
