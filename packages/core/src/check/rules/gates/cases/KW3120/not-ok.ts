import { block, command, interpolated } from '@kitewright/core'

const image = command({ key: 'image', command: 'make image' })
const ship = block({ key: 'ship', block: 'Ship' })
const one = { concurrency: 1, concurrency_group: 'payments/production' }

export default {
  'a tool that replaces what runs': [
    image,
    ship,
    command({ key: 'deploy', command: 'kubectl set image deployment/payments app=payments:1', ...one }),
  ],
  'several commands, of which one deploys': [
    image,
    ship,
    command({
      key: 'deploy',
      command: ['echo deploying', 'cd deploy && helm upgrade payments chart | tail', 'kubectl rollout status deploy/x'],
      ...one,
    }),
  ],
  'a block that it waits for by another step': [
    ship,
    command({ key: 'image', command: 'make image', depends_on: 'ship' }),
    command({ key: 'deploy', command: 'aws ecs update-service --service payments', depends_on: 'image' }),
  ],
  'text that the agent fills in': [
    image,
    ship,
    command({ key: 'deploy', command: interpolated('docker service update --image app:$BUILDKITE_COMMIT app') }),
  ],
}
