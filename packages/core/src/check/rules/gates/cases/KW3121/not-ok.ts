import { block, command, interpolated } from '@kitewright/core'

const ship = block({ key: 'ship', block: 'Ship' })
const pull = (image: string) => command({ key: 'deploy', command: `scripts/deploy ${image}` })

export default {
  'a tag that all builds push': [
    command({ key: 'image', command: 'docker build -t acme/payments:latest . && docker push acme/payments:latest' }),
    ship,
    pull('acme/payments:latest'),
  ],
  'no tag': [
    command({ key: 'image', command: 'docker push acme/payments' }),
    ship,
    pull('--image=acme/payments:latest'),
  ],
  'the branch': [
    command({ key: 'image', command: 'docker buildx build --push -t acme/payments:$BUILDKITE_BRANCH .' }),
    ship,
    pull('acme/payments:$BUILDKITE_BRANCH'),
  ],
  'a tag in the environment of the deploy': [
    command({ key: 'image', command: 'docker push acme/payments:main' }),
    ship,
    command({ key: 'deploy', command: 'scripts/deploy', env: { IMAGE: 'acme/payments:main' } }),
  ],
  'a push by a plugin': [
    command({ key: 'image', plugins: [{ 'docker-compose#v5.2.0': { push: 'app:acme/payments:main' } }] }),
    ship,
    pull('acme/payments:main'),
  ],
  'in a text that the agent fills in': [
    command({ key: 'image', command: interpolated('docker push acme/payments:$$BUILDKITE_BRANCH') }),
    ship,
    pull('acme/payments:$BUILDKITE_BRANCH'),
  ],
}
