import { block, command, trigger } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'inside a rule of soft_fail': having({ soft_fail: [{ exit_status: 1, reason: 'flaky' }] }),
  'a name that nothing has': having({ xylophone: 5 }),
  'a name of every object': having({ constructor: 5 }),
  'a value that is null': having({ xylophone: null }),
  'inside a map of few names': having({ retry: { xylophone: true } }),
  'inside an adjustment': having({
    command: 'npm test {{matrix.os}}',
    matrix: { setup: { os: ['a', 'b'] }, adjustments: [{ with: { os: 'a' }, skp: true, skip: true }] },
  }),
  'of a trigger': [trigger({ trigger: 'deploy', agents: { queue: 'x' } } as never)],
  'of the pipeline, not close to any': { xylophone: 5, steps: [unit] },
  'on several steps': [command({ command: 'a', tags: 'x' } as never), command({ command: 'b', tags: 'y' } as never)],
  'a second name near to one that is there': having({ label: 'Unit', lable: 'Unit' }),
  'the retries of a block': [block({ block: 'Go', retry: { automatic: true } } as never), unit],
  'the environment of a block': [block({ block: 'Go', env: { A: '1' } } as never), unit],
}
