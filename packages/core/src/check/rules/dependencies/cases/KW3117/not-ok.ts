import { command, externalStep } from '@kitewright/core'

const options = { language: 'yaml' }
const deploy = command({ label: 'Deploy', command: 'deploy', depends_on: externalStep('image') })

export default {
  'a key of nobody': { pipeline: [deploy], options },
  'a key that several steps name': { pipeline: [deploy, command({ ...deploy, label: 'Deploy again' })], options },
}
