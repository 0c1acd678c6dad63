import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'an empty list': [group({ group: 'Tests', steps: [] })],
  'nothing but what vanishes': [group({ group: 'Tests', steps: [false, null, undefined, ''] })],
  'lists of nothing': [group({ group: 'Tests', steps: [[], [[]]] })],
  'no list': [group({ group: 'Tests' } as never)],
  'a list that is undefined': [group({ group: 'Tests', steps: undefined } as never)],
  'a list that is null': [group({ group: 'Tests', steps: null } as never)],
  'beside a step': [unit, group({ group: 'Tests', steps: [] })],
  'a group whose label gives no key': [group({ group: ':test_tube:', steps: [] })],
}
