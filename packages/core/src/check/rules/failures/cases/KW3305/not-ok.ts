import { command } from '@kitewright/core'

const retry = (rule: unknown) => [command({ command: 'a', retry: { automatic: rule as never } })]

export default {
  'a misspelled one': retry([{ signal_reason: 'agent_stopped' }]),
  'an unknown one': retry([{ signal_reason: 'tired' }]),
  'one of a list': retry([{ signal_reason: ['cancel', 'tired'] }]),
  'a single rule': retry({ signal_reason: 'tired' }),
  'of the second rule': retry([{ exit_status: 1 }, { signal_reason: 'tired' }]),
}
