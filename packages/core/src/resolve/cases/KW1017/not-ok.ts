import { command, sequence, wait } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'build' })

export default {
  'between two parts': sequence(unit, wait(), image),
  'in a part': sequence([unit, wait()], image),
  'with options': sequence(unit, wait({ continue_on_failure: true }), image),
  'at the end': sequence(unit, wait()),
  'in a list': [sequence(unit, wait(), image)],
}
