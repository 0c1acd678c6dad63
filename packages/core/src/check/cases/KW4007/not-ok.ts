import { command, group, interpolated, interpolatedKey } from '@kitewright/core'

const run = (text: string) => [command({ command: interpolated(text) })]
const filled = (text: string, env: Readonly<Record<string, string>> = {}) => ({
  pipeline: run(text),
  options: { interpolation: false, env },
})

export default {
  'no closing brace': run('${A'),
  'no closing brace behind a default': run('${A:-a'),
  'nothing in braces': run('${}'),
  'a digit in front': run('${1}'),
  'an underscore in front': run('${_A}'),
  'space in front': run('${ A}'),
  'an operator of a shell': run('${A:+a}'),
  'another operator of a shell': run('${A:=a}'),
  'a third one': run('${A:?a}'),
  'a pattern': run('${A%a}'),
  'a replacement': run('${A/a/b}'),
  'a length that is no number': run('${A:0:x}'),
  'an offset that is no number': run('${A:x:1}'),
  'a number too great': run('${A:99999999999999999999}'),
  'inside a default': run('${A:-${B%b}}'),
  'the second expression of a text': run('$A ${B%b}'),
  'in the environment': [command({ command: 'a', env: { A: interpolated('${B%b}') } })],
  'the name of a variable': [command({ command: 'a', env: { [interpolatedKey('${B%b}')]: '1' } })],
  'in a group': [group({ group: 'Tests', steps: run('${A%a}') })],
  'of the pipeline': { env: { A: interpolated('${B%b}') }, steps: [command({ command: 'a' })] },
  'a variable that must be set, and is not': filled('${A?needed}'),
  'a variable that must be set, without a reason': filled('${A?}'),
  'a variable that must be set, with a variable for a reason': filled('${A?$B}', { B: 'because' }),
  'a variable that the step alone sets': {
    pipeline: [command({ command: interpolated('${A?needed}'), raw: { env: { A: '1' } } })],
    options: { interpolation: false },
  },
}
