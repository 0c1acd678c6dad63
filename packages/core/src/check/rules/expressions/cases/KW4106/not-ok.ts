import { command, group, interpolated, interpolatedKey } from '@kitewright/core'

const build = (text: string, env: object = { TAG: 'latest' }) => [
  command({ command: interpolated(text), env: env as never }),
]

export default {
  'in the command': build('build $TAG'),
  'in braces': build('build ${TAG}'),
  'with a default': build('build ${TAG:-none}'),
  required: build('build ${TAG?set it}'),
  'a part of it': build('build ${TAG:0:7}'),
  'in the default of another variable': build('build ${OTHER:-$TAG}'),
  'behind another variable': build('build $OTHER $TAG'),
  'two of them, of which the first is told': build('build $B $A', { A: '1', B: '2' }),
  'a number': build('build $TAG', { TAG: 1 }),
  'a variable that is null': build('build $TAG', { TAG: null }),
  'in the label': [command({ label: interpolated('Build $TAG'), command: 'a', env: { TAG: '1' } })],
  'in another variable': [command({ command: 'a', env: { TAG: '1', IMAGE: interpolated('app:$TAG') } })],
  'in the name of a variable': [command({ command: 'a', env: { TAG: '1', [interpolatedKey('$TAG')]: '1' } })],
  'in a group': [group({ group: 'Images', steps: build('build $TAG') })],
  'beside another variable of the pipeline': { env: { OTHER: '1' }, steps: build('build $TAG') },
  'a variable in raw': [command({ command: interpolated('build $TAG'), raw: { env: { TAG: '1' } } })],
}
