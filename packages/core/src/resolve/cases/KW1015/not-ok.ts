import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  nothing: undefined,
  null: null,
  false: false,
  'a text': 'steps: []',
  'no text': '',
  'a number': 5,
  'a function': () => [unit],
  'a single step': unit,
  'an object without steps': {},
  'an object of attributes': { env: { A: '1' } },
  'steps that are one step': { steps: unit },
  'steps that are null': { steps: null },
  'steps that are an object': { steps: { unit } },
  'steps that are a text': { steps: 'unit' },
  'steps that are a promise': { steps: Promise.resolve([unit]) },
  'a group whose steps are one step': [group({ group: 'Tests', steps: unit as never })],
  'a group whose steps are false': [group({ group: 'Tests', steps: false as never })],
}
