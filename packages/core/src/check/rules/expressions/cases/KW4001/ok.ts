import { block, command, group, input, interpolated, interpolatedKey, plugin, trigger, wait } from '@kitewright/core'

const value = interpolated('$VALUE')
const name = interpolatedKey('$VALUE')
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a command': [command({ command: interpolated('build $VALUE') })],
  'a variable and its name': having({ env: { A: value, [name]: '1' } }),
  'an agent': having({ agents: { queue: value } }),
  'a plugin and its configuration': having({ plugins: [plugin(interpolated('docker#$V'), { image: value })] }),
  'values of a matrix': having({ command: '{{matrix}}', matrix: [value, 'b'] }),
  'the combination of an adjustment': having({
    command: '{{matrix}}',
    matrix: { setup: ['a', 'b'], adjustments: [{ with: value, soft_fail: true }] },
  }),
  'name, size and paths of a cache': having({ cache: { name: value, size: value, paths: [value] } }),
  'flags of a checkout': having({ checkout: { flags: { clone: value } } }),
  'every other kind of step': [
    block({ block: value, fields: [{ text: value, key: value }] }),
    input({ input: value }),
    command({ label: 'a', command: 'a' }),
    wait({ if: value as never }),
    group({ group: value, steps: [command({ command: 'b' })] }),
    trigger({ trigger: value, build: { env: { A: value }, branch: value } }),
  ],
  'attributes of the pipeline': {
    env: { A: value },
    agents: { queue: value },
    notify: [{ email: value }],
    steps: having({}),
  },
  'literal text where the agent interpolates nothing': having({ secrets: ['TOKEN'] }),
}
