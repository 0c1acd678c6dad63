import { command, group, interpolated, interpolatedKey } from '@kitewright/core'

export default {
  'a command': [command({ command: interpolated('npm test') })],
  'no text': [command({ command: 'a', env: { A: interpolated('') } })],
  'braces alone': [command({ command: interpolated('{TAG}') })],
  'the name of a variable': [command({ command: 'a', env: { [interpolatedKey('NAME')]: '1' } })],
  'in a group': [group({ group: 'Tests', steps: [command({ command: interpolated('npm test') })] })],
  'of the pipeline': { env: { A: interpolated('1') }, steps: [command({ command: 'a' })] },
}
