import { command, interpolated, sequence } from '@kitewright/core'

const unlabelled = command({ command: 'npm test' })
const emoji = command({ label: ':test_tube:', command: 'npm test' })
const one = command({ label: '1', command: 'npm test' })

export default {
  'no label, which nobody depends on': [unlabelled, command({ command: 'deploy' })],
  'an emoji alone, which nobody depends on': [emoji, command({ command: 'deploy' })],
  'a key': [command({ key: 'unit', command: 'npm test' }), command({ command: 'deploy', depends_on: 'unit' })],
  'a digit alone': [one, command({ command: 'deploy', depends_on: one })],
  'a key that the agent fills in': (() => {
    const keyed = command({ key: interpolated('unit-$A'), command: 'npm test' })
    return [keyed, command({ command: 'deploy', depends_on: keyed })]
  })(),
  'a sequence whose last part has no label': sequence(one, unlabelled),
}
