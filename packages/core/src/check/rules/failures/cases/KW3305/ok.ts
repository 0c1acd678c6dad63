import { command } from '@kitewright/core'

const retry = (rule: unknown) => [command({ command: 'a', retry: { automatic: rule as never } })]

export default {
  'a known one': retry([{ signal_reason: 'agent_stop' }]),
  any: retry([{ signal_reason: '*' }]),
  none: retry([{ signal_reason: 'none' }]),
  'several known ones': retry([{ signal_reason: ['agent_stop', 'cancel', 'process_run_error', 'agent_refused'] }]),
  'newer ones': retry([{ signal_reason: ['agent_incompatible', 'signature_rejected', 'stack_error'] }]),
  'no reason': retry([{ exit_status: 1 }]),
  always: retry(true),
}
