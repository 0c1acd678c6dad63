import { block, command, group, trigger } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  "Buildkite's variable": run('echo ${BUILDKITE_COMMIT}'),
  'a part of it': run('echo ${BUILDKITE_COMMIT:0:7}'),
  'with a default': run('echo ${BUILDKITE_TAG:-none}'),
  'a name of one letter': run('echo ${BUILDKITE_A}'),
  'two of them, of which the first is told': run('echo ${BUILDKITE_BRANCH} ${BUILDKITE_TAG}'),
  'an escaped dollar sign': run('echo $$HOME'),
  'an escaped dollar sign before the variable': run('echo $$ ${BUILDKITE_TAG}'),
  'two dollar signs alone': run('$$'),
  'in the environment': [command({ command: 'a', env: { TAG: 'git-${BUILDKITE_COMMIT}' } })],
  'in a label': [command({ label: '${BUILDKITE_BRANCH}', command: 'a' })],
  'in a rule for agents': [command({ command: 'a', agents: ['queue=${BUILDKITE_AGENT}'] })],
  'an escaped dollar sign in a label': [command({ label: 'to $$TARGET', command: 'a' })],
  'an escaped dollar sign where the agent interpolates nothing': [
    command({ command: 'a', checkout: { ssh_secret: '$$KEY' } }),
  ],
  'a variable where the agent interpolates nothing': [
    command({ command: 'a', checkout: { ssh_secret: '${BUILDKITE_KEY}' } }),
  ],
  'in a list': [command({ command: ['a', 'echo ${BUILDKITE_COMMIT}'] })],
  'in raw': [command({ command: 'a', raw: { to_come: 'x$$' } })],
  'in a block': [block({ block: 'Go', prompt: '${BUILDKITE_TAG}?' }), command({ command: 'a' })],
  'in a trigger': [trigger({ trigger: 'deploy', build: { commit: '${BUILDKITE_COMMIT}' } })],
  'in a group': [group({ group: 'Tests', steps: run('echo $$HOME') })],
  'of the pipeline': { env: { A: '${BUILDKITE_COMMIT}' }, steps: run('a') },
}
