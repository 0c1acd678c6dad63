import { command, interpolated } from '@kitewright/core'

export default {
  'a variable of nobody': [command({ command: interpolated('build $TAG') })],
  'a variable of another step': [
    command({ command: interpolated('build $TAG') }),
    command({ command: 'a', env: { TAG: '1' } }),
  ],
  'a variable that is handed through': [command({ command: 'a', env: { TAG: interpolated('$TAG') } })],
  'a variable that is handed through, with a default': [
    command({ command: 'a', env: { TAG: interpolated('${TAG:-latest}') } }),
  ],
  'a variable that is filled in itself': [
    command({ command: interpolated('build $TAG'), env: { TAG: interpolated('$OTHER') } }),
  ],
  'a variable of the pipeline too': {
    env: { TAG: '1' },
    steps: [command({ command: interpolated('build $TAG'), env: { TAG: '2' } })],
  },
  'a variable left to the shell': [command({ command: 'build $TAG', env: { TAG: '1' } })],
  'an escaped dollar sign': [command({ command: interpolated('build $$TAG $A'), env: { TAG: '1' } })],
  'a variable that is undefined': [command({ command: interpolated('build $TAG'), env: { TAG: undefined } } as never)],
  'an expression of the pipeline': {
    env: { A: interpolated('$TAG') },
    steps: [command({ command: 'a', env: { TAG: '1' } })],
  },
}
