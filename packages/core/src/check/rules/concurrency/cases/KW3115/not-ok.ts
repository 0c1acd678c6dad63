import { block, command, sequence } from '@kitewright/core'

const one = { concurrency: 1, concurrency_group: 'payments' }
const step = (label: string, more: object = one) => command({ label, command: 'a', ...more })

export default {
  'between two steps': sequence(step('A'), block({ block: 'Go' }), step('B')),
  'without names': [step('A'), block({ block: 'Go' }), step('B')],
  'among other steps': sequence(step('A'), command({ label: 'C', command: 'c' }), block({ block: 'Go' }), step('B')),
}
