import { command, interpolated, type CommandOptions } from '@kitewright/core'

const on = (options: Partial<CommandOptions>) => [command({ label: '{{matrix}}', command: 'test', ...options })]
const matrix = ['linux', 'darwin']

export default {
  'a key and a group that all jobs share': on({
    key: 'matrix',
    matrix,
    concurrency: 1,
    concurrency_group: 'test/matrix',
  }),
  'a key and a group that the agent fills in': on({
    key: interpolated('test-$SUITE'),
    matrix,
    concurrency: 1,
    concurrency_group: interpolated('test/$SUITE'),
  }),
  'what stands for something else': on({ matrix, concurrency: 1, concurrency_group: 'test/{{os}}/{matrix}' }),
}
