import { command, interpolated, type CommandOptions } from '@kitewright/core'

const on = (options: Partial<CommandOptions>) => [command({ command: 'test', matrix: ['linux', 'darwin'], ...options })]
const both = { os: ['linux', 'darwin'], node: ['22', '24'] }

export default {
  'named in a label': on({ label: '{{matrix}}' }),
  'named in a command': on({ command: 'test {{matrix}}' }),
  'named in the environment': on({ env: { OS: '{{matrix}}' } }),
  'named in the tags of agents': on({ agents: { os: '{{matrix}}' } }),
  'named in a plugin': on({ plugins: [{ 'docker#v5.13.0': { image: 'node:{{matrix}}' } }] }),
  'named in what the agent fills in': on({ command: interpolated('test $SUITE {{matrix}}') }),
  'named in in raw': on({ raw: { env: { OS: '{{matrix}}' } } }),
  'every dimension': on({ label: '{{matrix.os}}', command: 'test {{matrix.node}}', matrix: { setup: both } }),
  'a dimension of one value': on({ label: '{{matrix.os}}', matrix: { setup: { ...both, node: ['22'] } } }),
  'a dimension without a list, as YAML may have it': on({
    label: '{{matrix.os}}',
    matrix: { setup: { ...both, node: '22' as unknown as readonly string[] } },
  }),
  'no matrix': [command({ command: 'test' })],
}
