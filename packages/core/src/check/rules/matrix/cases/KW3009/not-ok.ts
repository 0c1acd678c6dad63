import { command, type CommandOptions } from '@kitewright/core'

const named = (options: Partial<CommandOptions>) => [
  command({
    label: '{{matrix.os}} {{matrix.node}}',
    command: 'test',
    matrix: { setup: { os: ['linux', 'darwin'], node: ['22', '24'] } },
    ...options,
  }),
]
const unnamed = (options: Partial<CommandOptions>) => [
  command({ label: '{{matrix}}', command: 'test', matrix: ['linux', 'darwin'], ...options }),
]

export default {
  'another dimension': named({ command: 'test {{matrix.browser}}' }),
  'a slip': named({ command: 'test {{matrix.nod}}' }),
  'two letters that changed places': [
    command({ command: 'test {{matrix.version}} {{matrix.versoin}}', matrix: { setup: { version: ['22', '24'] } } }),
  ],
  'another case': named({ command: 'test {{matrix.OS}}' }),
  'no dimension where they have names': named({ command: 'test {{matrix}}' }),
  'no dimension where the only one has a name': [
    command({ command: 'test {{matrix}}', matrix: { setup: { os: ['linux', 'darwin'] } } }),
  ],
  'a dimension where the only one has no name': unnamed({ command: 'test {{matrix.os}}' }),
  'twice in one text': unnamed({ command: 'test {{matrix.os}} {{matrix.os}}' }),
  'dots, hyphens and underscores': unnamed({ command: 'test {{matrix.a-b.c_d}}' }),
  'in the environment': unnamed({ env: { OS: '{{matrix.os}}' } }),
  'in the configuration of a plugin': unnamed({
    plugins: [{ 'docker#v5.13.0': { environment: ['OS={{matrix.os}}'] } }],
  }),
  'in raw': [
    command({
      label: '{{matrix}}',
      command: 'test',
      matrix: ['linux', 'darwin'],
      raw: { env: { OS: '{{matrix.os}}' } },
    }),
  ],
}
