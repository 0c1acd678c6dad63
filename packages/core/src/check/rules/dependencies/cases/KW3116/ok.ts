import { command, externalStep, interpolated } from '@kitewright/core'

const unit = command({ label: 'Unit tests', command: 'npm test', key: 'unit' })

export default {
  'a key that is like no other': [unit, command({ command: 'deploy', depends_on: externalStep('image') })],
  'a key that the agent fills in': [unit, command({ command: 'deploy', depends_on: interpolated('uni$X') as never })],
  'a step that only its author knows': [
    command({ raw: { name: 'forge' } } as never),
    command({ command: 'deploy', depends_on: externalStep('forge') }),
  ],
}
