import { command } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const dependent = (depends_on: unknown) => [unit, command({ label: 'Deploy', command: 'deploy', depends_on } as never)]
const withItself = () => {
  const list: unknown[] = ['unit']
  list.push([list])
  return list
}

export default {
  'a number': dependent(5),
  zero: dependent(0),
  true: dependent(true),
  'a function': dependent(() => unit),
  'a promise': dependent(Promise.resolve(unit)),
  'a plain object': dependent({ key: 'unit' }),
  'an object without a step': dependent([{ allow_failure: true }]),
  'an object whose step is null': dependent([{ step: null }]),
  'an object whose step is a number': dependent([{ step: 5 }]),
  'the second of a list': dependent(['unit', 5]),
  'a list in a list': dependent([['unit', [5]]]),
  'a list that holds itself': dependent(withItself()),
}
