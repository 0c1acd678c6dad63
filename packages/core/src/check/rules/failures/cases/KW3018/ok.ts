import { command, interpolated, type CommandOptions } from '@kitewright/core'

type Manual = NonNullable<CommandOptions['retry']>['manual']

const retried = (manual: Manual) => [command({ command: 'a', retry: { manual } })]

export default {
  'a reason why not': retried({ allowed: false, reason: 'deploys are not repeatable' }),
  'not allowed, as text': retried({ allowed: 'false' as unknown as boolean, reason: 'deploys are not repeatable' }),
  'not allowed, without a reason': retried({ allowed: false }),
  'allowed, without a reason': retried({ allowed: true, permit_on_passed: true }),
  allowed: retried(true),
  'the agent fills in whether they are allowed': retried({
    allowed: interpolated('$RETRY'),
    reason: 'deploys are not repeatable',
  }),
  'no retry': [command({ command: 'a' })],
}
