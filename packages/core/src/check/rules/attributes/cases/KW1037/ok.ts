import { block, command, group } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'attributes that it has': having({ timeout_in_minutes: 5 }),
  'a label of a group, beside its name': [group({ group: 'Tests', label: 'All tests', steps: [unit] } as never)],
  'a name of a block, beside its label': [block({ block: 'Go', name: 'Go on', label: null } as never), unit],
  'what stands in raw': having({ raw: { xylophone: 5 } }),
}
