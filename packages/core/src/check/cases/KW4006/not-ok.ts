import { command, group } from '@kitewright/core'

class Tag {
  readonly name = 'a'
}

const having = (value: unknown) => [command({ command: 'a', raw: { to_come: value } })]
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])
const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic
const list: unknown[] = ['a']
list.push(list)

export default {
  'undefined in a list': having(['a', undefined]),
  'a hole in a list': having(Array.from({ length: 2 }).concat('a').slice(1)),
  'a function': having(() => 'a'),
  'a big integer': having(10n),
  'a symbol': having(Symbol('a')),
  'a date': having(new Date(0)),
  'a map': having(new Map()),
  'a regular expression': having(/a/),
  'a promise': having(Promise.resolve('a')),
  'an object of a class': having(new Tag()),
  'an object of a class without a name': having(
    new (class {
      name = 'a'
    })(),
  ),
  'a text as an object': having(new String('a')),
  'an attribute that is known': [command({ command: 'a', env: { A: (() => 'a') as never } })],
  'a map that holds itself': having(cyclic),
  'a list that holds itself': having(list),
  'a value of 501 levels': having(nested(499)),
  'in a group': [group({ group: 'Tests', steps: having(() => 'a') })],
  'of the pipeline': { raw: { to_come: () => 'a' }, steps: [command({ command: 'a' })] },
}
