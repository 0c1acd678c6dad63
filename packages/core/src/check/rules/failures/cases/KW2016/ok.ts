import { command, interpolated, trigger } from '@kitewright/core'

const forgiving = (exit_status: number | '*') => [command({ command: 'lint', soft_fail: [{ exit_status }] })]

export default {
  nothing: [command({ command: 'lint' })],
  'every failure': [command({ command: 'lint', soft_fail: true })],
  'every status': forgiving('*'),
  'the least': forgiving(1),
  'the greatest': forgiving(255),
  'an agent that was lost': forgiving(-1),
  'a status that the agent fills in': [
    command({ command: 'lint', soft_fail: [{ exit_status: interpolated('$STATUS') }] }),
  ],
  'no entry': [command({ command: 'lint', soft_fail: [] })],
  'a build that is triggered': [trigger({ trigger: 'deploy', soft_fail: [{ exit_status: 1 }] })],
}
