import { block, command, group, wait } from '@kitewright/core'

const jobs = (parallelism: number, more: object = {}) => command({ command: 'npm test', parallelism, ...more })

export default {
  'what one upload takes': [jobs(500)],
  'two steps, each of which one upload takes': [jobs(500), jobs(500)],
  'on both sides of a wait': [jobs(500), wait(), jobs(500)],
  'a group, which one upload takes': [jobs(1), group({ group: 'Tests', steps: [jobs(250), jobs(250)] })],
  'a block and what is behind it, which one upload takes': [jobs(500), block({ block: 'Go' }), jobs(500)],
  'a concurrency group, which one upload takes': [
    jobs(300),
    jobs(250, { concurrency: 1, concurrency_group: 'a' }),
    jobs(250, { concurrency: 1, concurrency_group: 'a' }),
  ],
  'concurrency groups of different names': [
    jobs(300, { concurrency: 1, concurrency_group: 'a' }),
    jobs(300, { concurrency: 1, concurrency_group: 'b' }),
  ],
  'an eager concurrency group': [
    jobs(300, { concurrency: 1, concurrency_group: 'a', concurrency_method: 'eager' }),
    jobs(300, { concurrency: 1, concurrency_group: 'a', concurrency_method: 'eager' }),
  ],
  'a step behind a wait that runs after failures, which one upload takes': [
    jobs(300),
    wait(),
    jobs(500, { allow_dependency_failure: true }),
  ],
}
