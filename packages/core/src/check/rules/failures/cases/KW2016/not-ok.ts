import { command, group, trigger } from '@kitewright/core'

const forgiving = (...statuses: readonly number[]) => [
  command({ command: 'lint', soft_fail: statuses.map((exit_status) => ({ exit_status })) }),
]

export default {
  success: forgiving(0),
  'one less than that of a lost agent': forgiving(-2),
  'one more than the greatest': forgiving(256),
  'far too much': forgiving(1000),
  'the second of three': forgiving(1, 0, 2),
  'a build that is triggered': [trigger({ trigger: 'deploy', soft_fail: [{ exit_status: 0 }] })],
  'in a group': [group({ group: 'Lint', steps: forgiving(0) })],
  'a status in raw': [command({ command: 'lint', raw: { soft_fail: [{ exit_status: 0 }] } })],
}
