import { block, command, sequence } from '@kitewright/core'

const one = { concurrency: 1, concurrency_group: 'payments' }
const step = (label: string, more: object = one) => command({ label, command: 'a', ...more })

export default {
  'groups of their own': sequence(
    step('A', { concurrency: 1, concurrency_group: 'test' }),
    block({ block: 'Go' }),
    step('B', { concurrency: 1, concurrency_group: 'prod' }),
  ),
  'before the gate': sequence(block({ block: 'Go' }), step('A'), step('B')),
  'behind the gate': sequence(step('A'), step('B'), block({ block: 'Go' }), command({ command: 'a' })),
  'more than one at a time': sequence(
    step('A', { concurrency: 2, concurrency_group: 'payments' }),
    block({ block: 'Go' }),
    step('B', { concurrency: 2, concurrency_group: 'payments' }),
  ),
  'in no order': sequence(
    step('A', { ...one, concurrency_method: 'eager' }),
    block({ block: 'Go' }),
    step('B', { ...one, concurrency_method: 'eager' }),
  ),
  'a block beside the gate': [
    ...sequence(step('A'), step('B')),
    block({ block: 'Go', depends_on: [] }),
    command({ command: 'a', depends_on: 'go' }),
  ],
}
