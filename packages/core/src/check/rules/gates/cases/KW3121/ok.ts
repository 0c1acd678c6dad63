import { block, command, wait } from '@kitewright/core'

const ship = block({ key: 'ship', block: 'Ship' })
const push = (image: string) => command({ key: 'image', command: `docker push ${image}` })
const pull = (image: string) => command({ key: 'deploy', command: `scripts/deploy ${image}` })

export default {
  'the commit': [push('acme/payments:$BUILDKITE_COMMIT'), ship, pull('acme/payments:$BUILDKITE_COMMIT')],
  'the number of the build': [
    push('acme/payments:${BUILDKITE_BUILD_NUMBER}'),
    ship,
    pull('acme/payments:${BUILDKITE_BUILD_NUMBER}'),
  ],
  'a variable that is not known': [push('acme/payments:$TAG'), ship, pull('acme/payments:$TAG')],
  'another image': [push('acme/payments:latest'), ship, pull('acme/other:latest')],
  'another tag': [push('acme/payments:latest'), ship, pull('acme/payments:v1')],
  'an image that this pipeline does not push': [
    command({ key: 'image', command: 'make image' }),
    ship,
    pull('acme/payments:latest'),
  ],
  'a deploy that pushes it itself': [
    command({ key: 'deploy', command: 'docker push acme/payments:latest && scripts/deploy acme/payments:latest' }),
  ],
  'no block': [push('acme/payments:latest'), wait(), pull('acme/payments:latest')],
  'a step that is no deploy': [
    push('acme/payments:latest'),
    command({ key: 'scan', command: 'scan acme/payments:latest' }),
  ],
}
