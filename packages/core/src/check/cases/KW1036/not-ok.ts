import { block, command, input, matrix } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `v${index}`)
const dimensions = (count: number) => Object.fromEntries(many(count).map((name) => [name, ['a']]))
const retried = (rule: object) => having({ retry: { automatic: [rule] } })

export default {
  'a negative timeout': having({ timeout_in_minutes: -5 }),
  'a depth of zero': having({ checkout: { depth: 0 } }),
  'a name of a concurrency group of 201 characters': having({ concurrency: 1, concurrency_group: 'a'.repeat(201) }),
  'a secret without a name': having({ secrets: [''] }),
  'a name of a secret of 256 characters': having({ secrets: ['a'.repeat(256)] }),
  'the same in a map': having({ secrets: { A: 'a'.repeat(256) } }),
  'an ssh key without a name': having({ checkout: { ssh_secret: '' } }),
  'twenty-six values of a matrix': [command({ command: '{{matrix}}', matrix: many(26) })],
  'twenty-six values of a dimension': [command({ command: '{{matrix.a}}', matrix: matrix({ a: many(26) }) })],
  'seven dimensions': [
    command({
      command: many(7)
        .map((name) => `{{matrix.${name}}}`)
        .join(' '),
      matrix: matrix(dimensions(7)),
    }),
  ],
  'seven dimensions of two values': [
    command({
      command: many(7)
        .map((name) => `{{matrix.${name}}}`)
        .join(' '),
      matrix: matrix(Object.fromEntries(many(7).map((name) => [name, ['a', 'b']]))),
    }),
  ],
  'twenty-six values of one of two dimensions': [
    command({ command: '{{matrix.a}} {{matrix.b}}', matrix: matrix({ a: many(2), b: many(26) }) }),
  ],
  'thirteen adjustments': [
    command({
      command: '{{matrix}}',
      matrix: { setup: many(25), adjustments: many(13).map((name) => ({ with: name, skip: true })) },
    }),
  ],
  'a limit of -1': retried({ exit_status: 1, limit: -1 }),
  'a limit of eleven': retried({ exit_status: 1, limit: 11 }),
  'no path of a sparse checkout': having({ checkout: { sparse: { paths: [] } } }),
  'a path of a sparse checkout twice': having({ checkout: { sparse: { paths: ['a', 'b', 'a'] } } }),
  'no channel': having({ notify: [{ slack: { channels: [] } }] }),
  'a hundred and one teams': [block({ block: 'Go', allowed_teams: many(101) }), unit],
  'no options': [input({ input: 'Notes', fields: [{ select: 'A', key: 'a', options: [] }] }), unit],
  'a hundred and one characters of a name of a cache': having({ cache: { name: 'a'.repeat(101), paths: ['x'] } }),
  'a depth of zero for the pipeline': { checkout: { depth: 0 }, steps: [unit] },
}
