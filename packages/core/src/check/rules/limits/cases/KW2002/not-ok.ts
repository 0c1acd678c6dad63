import { command, group, trigger, wait } from '@kitewright/core'

const jobs = (parallelism: number) => command({ command: 'npm test', parallelism })

export default {
  'four thousand and one jobs of one step': [jobs(4001)],
  'four thousand jobs, and one': [jobs(4000), command({ command: 'deploy' })],
  'on both sides of a wait': [jobs(2000), wait(), jobs(2001)],
  'in a group': [group({ group: 'Tests', steps: [jobs(2000), jobs(2001)] })],
  'jobs that are written in raw': [command({ command: 'npm test', raw: { parallelism: 5000 } })],
  'a build that is triggered': [jobs(4000), trigger({ trigger: 'deploy' })],
}
