import { command, type CommandOptions } from '@kitewright/core'

type Automatic = NonNullable<CommandOptions['retry']>['automatic']

const retried = (automatic: Automatic) => [command({ command: 'a', retry: { automatic } })]

export default {
  'every exit status first': retried([{ exit_status: '*' }, { exit_status: 1 }]),
  'every signal first': retried([{ signal: '*' }, { exit_status: 1 }]),
  'every reason of a signal first': retried([{ signal_reason: '*' }, { exit_status: 1 }]),
  'a limit alone first': retried([{ limit: 2 }, { exit_status: 1 }]),
  'nothing but the defaults first': retried([{}, { exit_status: 1 }]),
  'everything in full first': retried([
    { exit_status: '*', signal: '*', signal_reason: '*', limit: 0 },
    { exit_status: 1 },
  ]),
  'every failure second of three': retried([{ exit_status: 2 }, { exit_status: '*' }, { exit_status: 1 }]),
  'two rules behind': retried([{ exit_status: '*' }, { exit_status: 1 }, { exit_status: 2 }]),
}
