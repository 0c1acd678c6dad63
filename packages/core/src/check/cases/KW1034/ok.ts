import { block, command, interpolated } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'each word for the state of a blocked build': (['passed', 'failed', 'running'] as const).map((state) => [
    block({ block: `Go ${state}`, blocked_state: state }),
    command({ label: state, command: 'a' }),
  ]),
  'a word that the agent fills in': [block({ block: 'Go', blocked_state: interpolated('$STATE') }), unit],
  'an eager concurrency group': having({ concurrency: 1, concurrency_group: 'a', concurrency_method: 'eager' }),
  'any status': having({ retry: { automatic: [{ exit_status: '*' }] } }),
  'a signal that is not listed': having({ retry: { automatic: [{ signal: 'SIGUSR1' }] } }),
  'a way to verify commits': having({ checkout: { commit_verification: 'warn' } }),
  'a bare notification': having({ notify: ['github_check'] }),
}
