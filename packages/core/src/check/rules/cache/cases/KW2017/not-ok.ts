import { command } from '@kitewright/core'

const named = (name: string) => [command({ command: 'npm ci', cache: { paths: ['node_modules'], name } })]

export default {
  space: named('node modules'),
  'an underscore': named('node_modules'),
  'a dot': named('node.modules'),
  'a slash': named('node/modules'),
  'a letter that is not ASCII': named('nöde'),
  'a hyphen in front': named('-modules'),
  'a hyphen at the end': named('modules-'),
  'a hyphen alone': named('-'),
  'a line break at the end': named('modules\n'),
  'no text': named(''),
  'the cache of the pipeline': {
    cache: { paths: ['node_modules'], name: 'node modules' },
    steps: [command({ command: 'npm ci' })],
  },
  'a name in raw': [command({ command: 'npm ci', raw: { cache: { paths: ['node_modules'], name: 'a b' } } })],
}
