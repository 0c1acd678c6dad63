import { block, command, group } from '@kitewright/core'

const keyed = (key: unknown) => [command({ key, command: 'npm test' } as never)]

export default {
  space: keyed('unit tests'),
  'space at the end': keyed('unit '),
  'a line break at the end': keyed('unit\n'),
  'a slash': keyed('unit/lint'),
  'a letter that is not ASCII': keyed('ünit'),
  'several of them in a row': keyed('unit (all) / lint'),
  'nothing but such characters': keyed('!?'),
  'no text at all': keyed(''),
  'every character that is allowed, and space': keyed('azAZ09_-:., x'),
  'a hundred characters, of which one is not allowed': keyed(`${'k'.repeat(99)}!`),
  'a hundred and one characters': keyed('k'.repeat(101)),
  'too long, and characters that are not allowed': keyed('k '.repeat(51)),
  'a number': keyed(5),
  'a boolean': keyed(true),
  null: keyed(null),
  'a list': keyed(['unit']),
  'an object': keyed({ a: 1 }),
  'a step': keyed(command({ command: 'a' })),
  'a function': keyed(() => 'unit'),
  'a promise': keyed(Promise.resolve('unit')),
  'the key of a block': [block({ block: 'Go', key: 'go now' }), command({ command: 'a' })],
  'the key of a group': [group({ group: 'Tests', key: 'the tests', steps: [command({ command: 'a' })] })],
}
