import { command, interpolatedKey, trigger } from '@kitewright/core'

const env = (value: object) => [command({ command: 'a', env: value as never })]
const eight = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }

export default {
  'a name of a thousand characters': env({ ['k'.repeat(1000)]: '1' }),
  'a name of five hundred quotes': env({ ['"'.repeat(500)]: '1' }),
  'a name of 250 escaped dollar signs': env({ ['$$'.repeat(250)]: '1' }),
  'a name of 251 dollar signs where the agent interpolates nothing': {
    pipeline: env({ ['$$'.repeat(251)]: '1' }),
    options: { interpolation: false },
  },
  'a name of an emoji, which is one character': env({ ['😀'.repeat(501)]: '1' }),
  'an expression of a thousand characters': env({ [interpolatedKey('$A'.repeat(500))]: '1' }),
  'an empty name in the environment': env({ '': '1' }),
  'an empty name in raw, of a trigger': [trigger({ trigger: 'deploy', raw: { '': 'x' } })],
  'names with dollar signs': env({ $A: '1', $B: '2' }),
  'a dollar sign that the agent leaves alone, and two of them': env({ a$: '1', a$$: '2' }),
  'a name that is another one escaped, where the agent interpolates nothing': {
    pipeline: env({ $A: '1', $$A: '2' }),
    options: { interpolation: false },
  },
  'a name with a dollar sign in a map of eight entries': env({ ...eight, $A: '1' }),
  'nine entries, of which none has a variable': env({ ...eight, h: '8', a$: '1' }),
  'nine entries where order is kept': [
    trigger({ trigger: 'deploy', build: { env: { ...eight, h: '8', $A: '1' } as never } }),
  ],
  'nine entries of the pipeline, where order is kept': {
    env: { ...eight, h: '8', $A: '1' },
    steps: [command({ command: 'a' })],
  },
  'nine entries of what the agent does not know in a matrix, where order is kept': [
    command({
      command: 'a',
      label: '{{matrix}}',
      raw: { matrix: { setup: ['a'], other: { ...eight, h: '8', $A: '1' } } },
    }),
  ],
}
