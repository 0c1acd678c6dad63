import { command, group, interpolated, trigger } from '@kitewright/core'

export default {
  'a deploy with a time limit': [command({ label: 'Deploy', command: 'a', timeout_in_minutes: 15 })],
  'a limit that the agent fills in': [
    command({ label: 'Deploy', command: 'a', timeout_in_minutes: interpolated('$LIMIT') }),
  ],
  'a limit in raw': [command({ label: 'Deploy', command: 'a', raw: { timeout_in_minutes: 15 } })],
  'other steps': [command({ label: 'Test the deployment', command: 'a' }), command({ command: 'deploy' })],
  'a trigger': [trigger({ trigger: 'deploy', label: 'Deploy' })],
  'a group': [group({ group: 'Deploy', steps: [command({ label: 'Europe', command: 'a' })] })],
}
