import { block, command, group, matrix, wait } from '@kitewright/core'

const jobs = (parallelism: number, more: object = {}) => command({ command: 'npm test', parallelism, ...more })
const values = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `v${index}`)

export default {
  'a step': [jobs(501)],
  'a step with a key, behind others': [jobs(1), jobs(501, { key: 'unit' }), jobs(1)],
  'a parallelism in raw': [command({ command: 'npm test', raw: { parallelism: 501 } })],
  'a matrix': [
    command({
      command: '{{matrix.a}}{{matrix.b}}',
      matrix: matrix({ a: values(23), b: values(22) }),
    }),
  ],
  'a group': [group({ group: 'Tests', steps: [jobs(250), jobs(251)] })],
  'a block and what is behind it': [jobs(1), block({ block: 'Go' }), jobs(500), jobs(1)],
  'a concurrency group': [
    jobs(250, { concurrency: 1, concurrency_group: 'a' }),
    jobs(251, { concurrency: 1, concurrency_group: 'a' }),
  ],
  'a concurrency group around other steps': [
    jobs(1, { concurrency: 1, concurrency_group: 'a' }),
    jobs(499),
    jobs(1, { concurrency: 1, concurrency_group: 'a' }),
  ],
  'steps that run after failures, with their wait': [
    jobs(1),
    wait(),
    jobs(300, { allow_dependency_failure: true }),
    jobs(300, { allow_dependency_failure: true }),
  ],
}
