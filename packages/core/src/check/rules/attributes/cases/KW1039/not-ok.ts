import { block, command, matrix, trigger } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]
const retried = (rule: object) => having({ retry: { automatic: [rule] } })
const named = (name: string) => [
  command({ command: `npm test {{matrix.${name}}}`, matrix: matrix({ [name]: ['a', 'b'] }) }),
]

export default {
  'text for a number': having({ timeout_in_minutes: '5' }),
  'a number for text': having({ image: 5 }),
  'null for text': having({ concurrency_group: null }),
  'null for a number': having({ parallelism: null }),
  'a map for a list': having({ notify: { slack: '#a' } }),
  'a map for rules of soft_fail': having({ soft_fail: { exit_status: 1 } }),
  'text for an exit status': having({ retry: { automatic: { exit_status: '1' } } }),
  'a list of exit statuses that holds text': having({ retry: { automatic: { exit_status: [1, '2'] } } }),
  'a number for the name of a block': [block({ block: 5 as never }), unit],
  'a number for the pipeline of a trigger': [trigger({ trigger: 5 as never })],
  'a hyphen in the name of a dimension': named('node-version'),
  'a dot in it': named('node.version'),
  'a timeout of zero': having({ timeout_in_minutes: 0 }),
  'a parallelism of zero': having({ parallelism: 0 }),
  'a concurrency of zero': having({ concurrency: 0, concurrency_group: 'a' }),
  'an exit status of -2': retried({ exit_status: -2 }),
  'an exit status of 256': retried({ exit_status: 256 }),
  'an exit status of 256 in a list': retried({ exit_status: [1, 256] }),
  'a map in the list of tags': having({ agents: [{ queue: 'deploy' }] }),
  'several maps in the list of tags': having({ agents: [{ queue: 'deploy' }, { os: 'linux' }] }),
  'a tag as text': having({ agents: 'queue=deploy' }),
  'a map for the fields of a block': [block({ block: 'Go', fields: { text: 'Why', key: 'why' } as never }), unit],
  'a map for the options of a field': [
    block({ block: 'Go', fields: [{ select: 'Where', key: 'where', options: { label: 'A', value: 'a' } as never }] }),
    unit,
  ],
  'the same on several steps': [
    command({ command: 'a', priority: '1' as never }),
    command({ command: 'b', priority: '2' as never }),
  ],
}
