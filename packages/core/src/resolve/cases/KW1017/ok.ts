import { block, command, sequence, wait } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'build' })

export default {
  'a wait between sequences': [sequence(unit), wait(), sequence(image)],
  'a block in a sequence': sequence(unit, block({ block: 'Go' }), image),
}
