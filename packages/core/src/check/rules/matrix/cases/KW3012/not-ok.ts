import { command, interpolated, type CommandOptions } from '@kitewright/core'

const on = (options: Partial<CommandOptions>) => [
  command({ label: '{{matrix}}', command: 'test', matrix: ['linux', 'darwin'], ...options }),
]

export default {
  'a key': on({ key: 'test-{{matrix}}' }),
  'a key that the agent fills in': on({ key: interpolated('test-$SUITE-{{matrix}}') }),
  'a concurrency group': on({ concurrency: 1, concurrency_group: 'test/{{matrix}}' }),
  'a concurrency group that the agent fills in': on({
    concurrency: 1,
    concurrency_group: interpolated('test/$SUITE/{{matrix}}'),
  }),
  'blanks inside': on({ concurrency: 1, concurrency_group: 'test/{{  matrix  }}' }),
  'a dimension': on({
    label: '{{matrix.os}}',
    matrix: { setup: { os: ['linux', 'darwin'] } },
    concurrency: 1,
    concurrency_group: 'test/{{matrix.os}}',
  }),
  'a group in raw': on({
    matrix: ['linux'],
    label: '{{matrix}}',
    raw: { concurrency: 1, concurrency_group: '{{matrix}}' },
  }),
}
