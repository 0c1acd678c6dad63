import { command, interpolated } from '@kitewright/core'

const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'usual forms': having({ timeout_in_minutes: 5, agents: { queue: 'deploy' }, soft_fail: [{ exit_status: 1 }] }),
  'tags as a list': having({ agents: ['queue=deploy', 'os=linux'] }),
  'what the agent fills in': having({ timeout_in_minutes: interpolated('$MINUTES') }),
  'a reason to skip that is longer than what is documented': having({ skip: 'x'.repeat(71) }),
  'what stands in raw': having({ raw: { timeout_in_minutes: '5' } }),
}
