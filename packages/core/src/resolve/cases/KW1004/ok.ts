import { command, externalStep, group, interpolated } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const step = (key: string, ...depends_on: readonly string[]) => command({ key, command: key, depends_on })

export default {
  'a chain': [step('a'), step('b', 'a'), step('c', 'b')],
  'a chain written backwards': [step('c', 'b'), step('b', 'a'), step('a')],
  'two ways to one step': [step('a'), step('b', 'a'), step('c', 'a'), step('d', 'b', 'c')],
  'a dependency on a group': [
    group({ group: 'Tests', steps: [unit] }),
    command({ command: 'deploy', depends_on: 'tests' }),
  ],
  'a group that depends on a step': [unit, group({ group: 'Deploys', depends_on: unit, steps: [step('deploy')] })],
  'steps of a group that depend on each other': [group({ group: 'Tests', steps: [step('a'), step('b', 'a')] })],
  'a step of a group that depends on a step of another': [
    group({ group: 'Tests', steps: [step('a')] }),
    group({ group: 'Deploys', steps: [step('b', 'a')] }),
  ],
  'a later step of another upload with the same key': [
    command({ key: 'a', command: 'a', depends_on: externalStep('a') }),
  ],
  'an expression that may be its own key': [
    command({ key: 'a', command: 'a', depends_on: interpolated('$KEY') }),
    step('b', 'a'),
  ],
}
