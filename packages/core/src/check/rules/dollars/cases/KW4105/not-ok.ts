import { block, command, group, input, trigger } from '@kitewright/core'

const having = (more: object) => [command({ command: 'a', ...more })]

export default {
  'a label': having({ label: 'Deploy $TARGET' }),
  'in braces': having({ label: 'Deploy ${TARGET}' }),
  'in braces, in lower case': having({ label: 'Deploy ${target}' }),
  'in braces, of one letter': having({ label: 'Deploy ${t}' }),
  'in braces, with a default': having({ label: 'Deploy ${TARGET:-test}' }),
  'two letters': having({ label: '$A1' }),
  'an underscore': having({ label: '$A_' }),
  "Buildkite's, without braces": having({ label: '$BUILDKITE_BRANCH' }),
  'two of them, of which the first is told': having({ label: '$ONE $TWO' }),
  'a queue': having({ agents: { queue: '$QUEUE' } }),
  'rules for agents': having({ agents: ['queue=$QUEUE'] }),
  'the name of a concurrency group': having({ concurrency: 1, concurrency_group: 'deploy/$TARGET' }),
  branches: having({ branches: 'release-$BRANCH' }),
  'branches, in braces': having({ branches: 'release-${BRANCH}' }),
  'an image': having({ image: 'node:$VERSION' }),
  'why it is skipped': having({ skip: 'not on $OS' }),
  'a block': [block({ block: 'Deploy to $TARGET' }), command({ command: 'a' })],
  'the prompt of a block': [block({ block: 'Go', prompt: 'To $TARGET?' }), command({ command: 'a' })],
  'an input': [input({ input: 'Notes for $TARGET' }), command({ command: 'a' })],
  'a group': [group({ group: 'Tests on $OS', steps: having({}) })],
  'a step of a group': [group({ group: 'Tests', steps: having({ label: '$TARGET' }) })],
  'the pipeline that is triggered': [trigger({ trigger: 'deploy-$TARGET' })],
  'the branch of the build that is triggered': [trigger({ trigger: 'deploy', build: { branch: '$BRANCH' } })],
  'meta-data of the build that is triggered': [trigger({ trigger: 'deploy', build: { meta_data: { a: '$BRANCH' } } })],
  'the agents of the pipeline': { agents: { queue: '$QUEUE' }, steps: having({}) },
  'the image of the pipeline': { image: 'node:$VERSION', steps: having({}) },
  'a priority in raw': having({ raw: { priority: '$PRIORITY' } }),
  'a name in raw': having({ raw: { name: '$TARGET' } }),
}
