import { command, group, interpolated, matrix, trigger, wait } from '@kitewright/core'

const jobs = (parallelism: number) => command({ command: 'npm test', parallelism })
const five = ['1', '2', '3', '4', '5']
const all = { a: five, b: five }

export default {
  'five hundred and one jobs of one step': [jobs(501)],
  'five hundred and one steps': Array.from({ length: 501 }, (_, index) => command({ command: `make ${index}` })),
  'five hundred jobs, and one': [jobs(500), command({ command: 'deploy' })],
  'on both sides of a wait': [jobs(250), wait(), jobs(251)],
  'in groups': [group({ group: 'A', steps: [jobs(250)] }), group({ group: 'B', steps: [jobs(251)] })],
  'one build that is triggered': [jobs(500), trigger({ trigger: 'deploy' })],
  'builds that are triggered': [jobs(499), trigger({ trigger: 'deploy', parallelism: 2 })],
  'a step whose jobs the agent counts': [jobs(500), command({ command: 'a', parallelism: interpolated('$N') })],
  'a matrix of a list': [jobs(496), command({ command: '{{matrix}}', matrix: five })],
  'a matrix': [jobs(476), command({ command: '{{matrix.a}}{{matrix.b}}', matrix: matrix(all) })],
  'a matrix that skips one of its jobs': [
    jobs(477),
    command({
      command: '{{matrix.a}}{{matrix.b}}',
      matrix: matrix(all, { adjustments: [{ with: { a: '1', b: '1' }, skip: true }] }),
    }),
  ],
  'jobs that are written in raw': [jobs(499), command({ command: 'a', raw: { parallelism: 5 } })],
  'four thousand jobs': [jobs(4000)],
}
