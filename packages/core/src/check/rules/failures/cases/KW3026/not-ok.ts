import { interpolated, trigger, type TriggerOptions } from '@kitewright/core'

const triggered = (options: Partial<TriggerOptions>) => [trigger({ trigger: 'shop', async: true, ...options })]

export default {
  'every failure': triggered({ soft_fail: true }),
  'every failure, as text': triggered({ soft_fail: 'true' as unknown as boolean }),
  'one exit status': triggered({ soft_fail: [{ exit_status: 1 }] }),
  'what the agent fills in': triggered({ soft_fail: interpolated('$SOFT_FAIL') }),
  'not waiting, as text': triggered({ async: 'true' as unknown as boolean, soft_fail: true }),
}
