import { command, type CommandOptions } from '@kitewright/core'

type Automatic = NonNullable<CommandOptions['retry']>['automatic']

const retried = (automatic: Automatic) => [command({ command: 'a', retry: { automatic } })]

export default {
  'every failure last': retried([
    { exit_status: -1, limit: 2 },
    { exit_status: '*', limit: 1 },
  ]),
  'every failure alone': retried([{ exit_status: '*', limit: 1 }]),
  'one rule': retried({ limit: 1 }),
  'all the defaults': retried(true),
  'no rule': retried([]),
  'any exit status after a signal': retried([{ exit_status: '*', signal: 'SIGKILL' }, { exit_status: 1 }]),
  'any signal with an exit status': retried([{ exit_status: 2, signal: '*', signal_reason: '*' }, { exit_status: 1 }]),
  'a reason of a signal': retried([{ exit_status: '*', signal_reason: 'agent_stop' }, { exit_status: 1 }]),
  'no retry': [command({ command: 'a' })],
}
