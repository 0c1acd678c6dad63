import { command, externalStep } from '@kitewright/core'

const unit = command({ label: 'Unit tests', command: 'npm test', key: 'unit' })
const image = command({ label: ':package: Build image', command: 'make image' })
const deploy = (key: string) => command({ command: 'deploy', depends_on: externalStep(key) })

export default {
  'a misspelled key': [unit, deploy('unti')],
  'the key that a label gives': [image, deploy('build-image')],
  'a label in YAML': { pipeline: [image, deploy('Build image')], options: { language: 'yaml' } },
  'a slug of a label in YAML': { pipeline: [image, deploy('build-image')], options: { language: 'yaml' } },
  'among other dependencies': [unit, image, command({ command: 'deploy', depends_on: [image, externalStep('unnit')] })],
}
