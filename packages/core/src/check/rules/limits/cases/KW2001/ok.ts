import { block, command, group, matrix, trigger, wait } from '@kitewright/core'

const jobs = (parallelism: number) => command({ command: 'npm test', parallelism })
const five = ['1', '2', '3', '4', '5']
const all = { a: five, b: five }

export default {
  'one job': [command({ command: 'npm test' })],
  'five hundred jobs of one step': [jobs(500)],
  'five hundred steps': Array.from({ length: 500 }, (_, index) => command({ command: `make ${index}` })),
  'four hundred and ninety-nine jobs, and one': [jobs(499), command({ command: 'deploy' })],
  'waits and blocks, which are no jobs': [jobs(250), wait(), jobs(200), block({ block: 'Go' }), jobs(50)],
  'a group, which is no job': [group({ group: 'Tests', steps: [jobs(250), jobs(250)] })],
  'builds that are triggered': [jobs(498), trigger({ trigger: 'deploy', parallelism: 2 })],
  'a matrix': [jobs(475), command({ command: '{{matrix.a}}{{matrix.b}}', matrix: matrix(all) })],
  'a matrix that skips one of its jobs': [
    jobs(476),
    command({
      command: '{{matrix.a}}{{matrix.b}}',
      matrix: matrix(all, { adjustments: [{ with: { a: '1', b: '1' }, skip: true }] }),
    }),
  ],
  'a matrix that skips two of its jobs': [
    jobs(497),
    command({
      command: '{{matrix}}',
      matrix: {
        setup: five,
        adjustments: [
          { with: '1', skip: true },
          { with: '2', skip: 'not there' },
        ],
      },
    }),
  ],
}
