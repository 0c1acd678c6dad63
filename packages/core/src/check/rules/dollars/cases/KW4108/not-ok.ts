import { block, command, group } from '@kitewright/core'

const keyed = (key: string) => [command({ key, command: 'a' })]

export default {
  'a variable': keyed('unit-$TEAM'),
  'in lower case': keyed('unit-$team'),
  'of one letter': keyed('unit-$t'),
  'in braces': keyed('unit-${TEAM}'),
  'in braces, with a default': keyed('unit-${TEAM:-a}'),
  'in braces, of one letter': keyed('${t}'),
  'in front of more': keyed('$TEAM-unit'),
  'a block': [block({ block: 'Go', key: 'go-$TEAM' }), command({ command: 'a' })],
  'in a group': [group({ group: 'Tests', steps: keyed('unit-$TEAM') })],
  'a group': [group({ group: 'Tests', key: 'tests-$TEAM', steps: keyed('unit') })],
  'two of them, of which the first is told': keyed('$A-$B'),
}
