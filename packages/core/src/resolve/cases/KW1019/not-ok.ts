import { block, command, interpolated } from '@kitewright/core'

const release = block({ block: 'Release' })
const steps = [release, command({ label: 'Ship', command: 'ship' })]
const gatesOf = (gates: unknown) => ({ gates: gates as never, steps })
const gateOf = (ship: unknown) => gatesOf({ ship })

export default {
  'gates that are null': gatesOf(null),
  'a list for gates': gatesOf(['release']),
  'a text for gates': gatesOf('release'),
  'a Map for gates': gatesOf(new Map([['ship', 'release']])),
  null: gateOf(null),
  undefined: gateOf(undefined),
  false: gateOf(false),
  'an empty text': gateOf(''),
  'a number': gateOf(3),
  'an empty list': gateOf([]),
  'a list that holds null': gateOf([null]),
  'a list that holds nothing after a gate': gateOf([release, undefined]),
  'a list in a list': gateOf([['release']]),
  'a plain object': gateOf({ step: 'release' }),
  'an expression': gateOf(interpolated('$GATE')),
  'a symbol': gateOf(Symbol('release')),
  'a function': gateOf(() => release),
}
