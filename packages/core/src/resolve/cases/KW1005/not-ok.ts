import { block, command, group, input, sequence, wait } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'build' })
const gate = block({ block: 'Go' })
const barrier = wait()

export default {
  'a step': [unit, unit],
  'a step in a nested list': [unit, [[unit]]],
  'a step in a group and beside it': [group({ group: 'Tests', steps: [unit] }), unit],
  'a step beside a group and in it': [unit, group({ group: 'Tests', steps: [image, unit] })],
  'a block': [unit, gate, image, gate, command({ command: 'deploy' })],
  'an input': ((notes: ReturnType<typeof input>) => [notes, notes])(input({ input: 'Notes' })),
  'a wait': [unit, barrier, image, barrier, command({ command: 'deploy' })],
  'a step in a sequence and by itself': [sequence(unit, image), unit],
  'a step by itself and in a sequence': [unit, sequence(unit, image)],
  'a step in two sequences': [sequence(unit, image), sequence(unit)],
  'a step behind a wait of its group': [group({ group: 'Tests', steps: [unit, wait(), unit] })],
}
