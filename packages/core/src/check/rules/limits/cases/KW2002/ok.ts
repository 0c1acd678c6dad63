import { command } from '@kitewright/core'

const jobs = (parallelism: number) => command({ command: 'npm test', parallelism })

export default {
  'the jobs of one upload': [jobs(500)],
}
