import { command, interpolated } from '@kitewright/core'

const named = (name: string) => [command({ command: 'npm ci', cache: { paths: ['node_modules'], name } })]

export default {
  'no name': [command({ command: 'npm ci', cache: { paths: ['node_modules'] } })],
  'paths alone': [command({ command: 'npm ci', cache: ['node_modules'] })],
  'one letter': named('a'),
  'one digit': named('1'),
  'two letters': named('ab'),
  'a digit at the end': named('node-20'),
  'letters, digits and hyphens': named('azAZ09-x'),
  'hyphens in a row': named('a--b'),
  'a hundred characters': named('a'.repeat(100)),
  'a name that the agent fills in': [
    command({ command: 'npm ci', cache: { paths: ['node_modules'], name: interpolated('$NAME') } }),
  ],
  'the cache of the pipeline': { cache: { paths: ['node_modules'], name: 'modules' }, steps: named('own') },
  'a name that a matrix fills in': [
    command({ command: 'npm ci {{matrix}}', matrix: ['a', 'b'], cache: { paths: ['x'], name: 'modules-{{matrix}}' } }),
  ],
}
