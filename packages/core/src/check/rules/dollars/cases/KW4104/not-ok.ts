import { command, group } from '@kitewright/core'

const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'the ssh key of a checkout': having({ checkout: { ssh_secret: '$KEY' } }),
  'in braces': having({ checkout: { ssh_secret: '${KEY}' } }),
  'of one letter': having({ checkout: { ssh_secret: '$k' } }),
  'inside a text': having({ checkout: { ssh_secret: 'key-$NAME-2' } }),
  'a path of a sparse checkout': having({ checkout: { sparse: { paths: ['services/$SERVICE'] } } }),
  'how commits are verified': having({ checkout: { commit_verification: '$HOW' } }),
  'why an adjustment is skipped': having({
    command: '{{matrix}}',
    matrix: { setup: ['a', 'b'], adjustments: [{ with: 'a', skip: 'not on $OS' }] },
  }),
  "a variable of Buildkite's without braces": having({ checkout: { ssh_secret: '$BUILDKITE_REPO' } }),
  'in a group': [group({ group: 'Tests', steps: having({ checkout: { ssh_secret: '$KEY' } }) })],
  'of the pipeline': { checkout: { sparse: { paths: '$SERVICE' } }, steps: having({}) },
}
