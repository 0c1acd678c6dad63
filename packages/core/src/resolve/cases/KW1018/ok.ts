import { command, externalStep, ifPresent, interpolated } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const dependent = (depends_on: unknown) => [unit, command({ command: 'deploy', depends_on } as never)]
const shared = ['unit']

export default {
  'a step': dependent(unit),
  'a key': dependent('unit'),
  'a list of both': dependent([unit, 'unit']),
  'a list in which everything vanishes': dependent([false, null, undefined, '']),
  nothing: dependent(undefined),
  null: dependent(null),
  false: dependent(false),
  'no text': dependent(''),
  'an empty list': dependent([]),
  'another upload': dependent(externalStep('build')),
  'another upload that may fail': dependent([{ step: externalStep('build'), allow_failure: true }]),
  'a step if it is present': dependent(ifPresent(unit)),
  'an expression': dependent(interpolated('$KEY')),
  'an object with a step': dependent({ step: 'unit' }),
  'an object with a list': dependent([{ step: ['unit'] }]),
  'a list twice': dependent([shared, [shared]]),
}
