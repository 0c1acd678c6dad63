import { command, group, interpolatedKey, plugin, trigger } from '@kitewright/core'

const env = (value: object) => [command({ command: 'a', env: value as never })]
const eight = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }

export default {
  'a name of a thousand and one characters': env({ ['k'.repeat(1001)]: '1' }),
  'a name of five hundred and one quotes': env({ ['"'.repeat(501)]: '1' }),
  'a name of 251 escaped dollar signs': env({ ['$$'.repeat(251)]: '1' }),
  'a name of 167 characters that are escaped': env({ ['\u2028'.repeat(167)]: '1' }),
  'an expression of a thousand and one characters': env({ [interpolatedKey(`${'$A'.repeat(500)}a`)]: '1' }),
  'a long name where the agent interpolates nothing': {
    pipeline: env({ ['k'.repeat(1001)]: '1' }),
    options: { interpolation: false },
  },
  'an empty name of a step': [command({ command: 'a', raw: { '': 'x' } })],
  'an empty name of a group': [group({ group: 'Tests', raw: { '': 'x' }, steps: [command({ command: 'a' })] })],
  'an empty name of the pipeline': { raw: { '': 'x' }, steps: [command({ command: 'a' })] },
  'an empty name of a checkout': [command({ command: 'a', raw: { checkout: { '': 'x' } } })],
  'an empty name of a cache': [command({ command: 'a', raw: { cache: { disabled: false, '': 'x' } } })],
  'an empty name of a matrix': [command({ command: 'a {{matrix}}', raw: { matrix: { setup: ['a'], '': [] } } })],
  'an empty name of the checkout of the pipeline': {
    raw: { checkout: { '': 'x' } },
    steps: [command({ command: 'a' })],
  },
  'a name that is another one escaped': env({ $A: '1', $$A: '2' }),
  'a name that is another one escaped, of the pipeline': {
    env: { $A: '1', $$A: '2' },
    steps: [command({ command: 'a' })],
  },
  'a name with quotes that is another one escaped': env({ '$A"b': '1', '$$A"b': '2' }),
  'names of meta-data': [trigger({ trigger: 'deploy', build: { meta_data: { $A: '1', $$A: '2' } } })],
  'a name with a variable in a map of nine entries': env({ ...eight, $A: '1' }),
  'in a map of nine entries in the configuration of a plugin': [
    command({ command: 'a', plugins: [plugin('x#v1.0.0', { ...eight, $A: '1' })] }),
  ],
  'in a step of nine attributes': [
    command({
      command: 'a',
      label: 'A',
      branches: 'main',
      priority: 1,
      image: 'x',
      parallelism: 2,
      timeout_in_minutes: 5,
      artifact_paths: 'x',
      raw: { $A: 'x' },
    }),
  ],
  'in a checkout of nine entries': [command({ command: 'a', raw: { checkout: { ...eight, $A: '1' } } })],
  'in a matrix of nine dimensions': [
    command({ command: 'a {{matrix.a}}', raw: { matrix: { setup: { ...eight, $A: '1' } } } }),
  ],
}
