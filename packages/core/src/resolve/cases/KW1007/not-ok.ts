import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const deploy = command({ command: 'deploy', depends_on: unit })
const labelled = (label: string) => command({ label, command: 'x' })

export default {
  'a copy that keeps its label': [unit, command({ ...unit }), deploy],
  'the copy stands first': [command({ ...unit }), unit, deploy],
  'three of them': [unit, command({ ...unit }), command({ ...unit }), deploy],
  'labels that differ in an emoji': [unit, labelled(':test_tube: Unit'), deploy],
  'labels that differ in case and marks': [unit, labelled('(UNIT)'), deploy],
  'labels that differ in accents': [unit, labelled('Ünít'), deploy],
  'a group and its step': [group({ group: 'Unit', steps: [unit] }), deploy],
  'a key that another step has as its own': [unit, command({ key: 'unit', command: 'lint' }), deploy],
  'two steps depend on it': [unit, command({ ...unit }), deploy, command({ command: 'b', depends_on: unit })],
  'it is named by its key': [unit, command({ ...unit }), command({ command: 'deploy', depends_on: 'unit' })],
  'two that both have dependents': [
    unit,
    command({ ...unit }),
    command({ command: 'a', depends_on: unit }),
    command({ command: 'b', depends_on: 'unit' }),
  ],
  'five of a loop, each with a dependent': ['a', 'b', 'c', 'd', 'e'].flatMap((name) => {
    const test = command({ label: 'Unit', command: `test ${name}` })
    return [test, command({ command: `report ${name}`, depends_on: test })]
  }),
}
