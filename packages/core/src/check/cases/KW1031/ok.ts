import { block, command, group, input, interpolatedKey, plugin, trigger, wait } from '@kitewright/core'

const unit = command({ command: 'npm test' })

export default {
  'attributes of every kind of step': [
    command({ command: 'a', timeout_in_minutes: 5, parallelism: 2, agents: { queue: 'x' } }),
    block({ block: 'Go', prompt: 'Sure?', blocked_state: 'running' }),
    input({ input: 'Notes', submit: 'Send' }),
    trigger({ trigger: 'deploy', async: true, build: { branch: 'main' } }),
    group({ group: 'Tests', skip: false, steps: [unit] }),
    wait({ continue_on_failure: true }),
    command({ command: 'b' }),
  ],
  'attributes of the pipeline': {
    agents: { queue: 'x' },
    env: { A: '1' },
    notify: [{ email: 'a@b.c' }],
    steps: [unit],
  },
  'an attribute that is undefined': [command({ command: 'a', timeout_in_minute: undefined } as never)],
  'an attribute in raw': [command({ command: 'a', raw: { timeout_in_minute: 5 } })],
  'an attribute of the pipeline in raw': { raw: { environment: { A: '1' } }, steps: [unit] },
  'names that the author chooses': [
    command({
      command: 'a',
      env: { NODE_VERSION: '1' },
      agents: { any: 'x' },
      plugins: [plugin('x#v1.0.0', { y: 1 })],
    }),
  ],
  'permissions and dependencies': [command({ command: 'a', depends_on: [] })],
  'a name that the agent fills in': [command({ command: 'a', env: { [interpolatedKey('$NAME')]: '1' } })],
  'a name that only YAML needs': [command({ command: 'a', type: 'script' } as never)],
}
