import { command, type CommandOptions } from '@kitewright/core'

type Manual = NonNullable<CommandOptions['retry']>['manual']

const retried = (manual: Manual) => [command({ command: 'a', retry: { manual } })]

export default {
  'a reason alone': retried({ reason: 'deploys are not repeatable' }),
  'allowed, with a reason': retried({ allowed: true, reason: 'deploys are not repeatable' }),
  'allowed after success too': retried({ permit_on_passed: true, reason: 'deploys are not repeatable' }),
}
