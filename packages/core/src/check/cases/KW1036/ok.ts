import { block, command, input, matrix } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `v${index}`)
const dimensions = (count: number) => Object.fromEntries(many(count).map((name) => [name, ['a']]))

export default {
  'a timeout of one minute': having({ timeout_in_minutes: 1 }),
  'a parallelism of one': having({ parallelism: 1 }),
  'a concurrency of one': having({ concurrency: 1, concurrency_group: 'a' }),
  'a depth of one': having({ checkout: { depth: 1 } }),
  'a name of a concurrency group of 200 characters': having({ concurrency: 1, concurrency_group: 'a'.repeat(200) }),
  'its characters counted, not their halves': having({ concurrency: 1, concurrency_group: '😀'.repeat(200) }),
  'a reason to skip of 70 characters': having({ skip: 'x'.repeat(70) }),
  'a name of a secret of one character': having({ secrets: ['a'] }),
  'a name of a secret of 255 characters': having({ secrets: ['a'.repeat(255)] }),
  'twenty-five values of a matrix': [command({ command: '{{matrix}}', matrix: many(25) })],
  'six dimensions': [
    command({
      command: many(6)
        .map((name) => `{{matrix.${name}}}`)
        .join(' '),
      matrix: matrix(dimensions(6)),
    }),
  ],
  'twelve adjustments': [
    command({
      command: '{{matrix}}',
      matrix: { setup: many(25), adjustments: many(12).map((name) => ({ with: name, skip: true })) },
    }),
  ],
  'each exit status': having({ retry: { automatic: [{ exit_status: [-1, 0, 255] }] } }),
  'a limit of none and of ten': having({
    retry: {
      automatic: [
        { exit_status: 1, limit: 0 },
        { exit_status: 2, limit: 10 },
      ],
    },
  }),
  'one path of a sparse checkout': having({ checkout: { sparse: { paths: ['a'] } } }),
  'one channel': having({ notify: [{ slack: { channels: ['#a'] } }] }),
  'a hundred teams': [block({ block: 'Go', allowed_teams: many(100) }), unit],
  'one option': [
    input({ input: 'Notes', fields: [{ select: 'A', key: 'a', options: [{ label: 'x', value: 'y' }] }] }),
    unit,
  ],
}
