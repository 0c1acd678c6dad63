import { command, trigger, type TriggerOptions } from '@kitewright/core'

const triggered = (options: Partial<TriggerOptions>) => [trigger({ trigger: 'shop', ...options })]

export default {
  'a trigger that waits': triggered({ soft_fail: true }),
  'a trigger that waits, as is written': triggered({ async: false, soft_fail: true }),
  'a trigger that does not wait': triggered({ async: true }),
  'a failure that counts': triggered({ async: true, soft_fail: false }),
  'a failure that counts, as text': triggered({ async: true, soft_fail: 'false' as unknown as boolean }),
  'no exit status': triggered({ async: true, soft_fail: [] }),
  'a command': [command({ command: 'a', soft_fail: true })],
}
