import { command, externalStep } from '@kitewright/core'

const image = command({ command: 'make image', key: 'image' })

export default {
  'a step of another upload, said in TypeScript': [command({ command: 'deploy', depends_on: externalStep('image') })],
  'a key of this file': {
    pipeline: [image, command({ command: 'deploy', depends_on: 'image' })],
    options: { language: 'yaml' },
  },
}
