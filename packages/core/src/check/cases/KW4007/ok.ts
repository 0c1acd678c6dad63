import { command, interpolated, interpolatedKey } from '@kitewright/core'

const run = (text: string) => [command({ command: interpolated(text) })]
const filled = (text: string, env: Readonly<Record<string, string>>) => ({
  pipeline: run(text),
  options: { interpolation: false, env },
})

export default {
  'a variable': run('build $TAG'),
  'every form': run('$A ${A} ${A:-a} ${A-a} ${A:0} ${A:0:7} ${A:-7} ${A?needed}'),
  'forms in each other': run('${A:-${B:-$C}}'),
  'a substring from the end': run('${A: -7} ${A:0:-2}'),
  'dollar signs that begin nothing': run('5$ $1 $(pwd) $$A \\$A'),
  'a variable that must be set, for an agent that may have it': run('${A?needed}'),
  'a variable that must be set, and is': filled('${A?needed}', { A: '' }),
  'a variable that is not set': filled('$A ${A:-a}', {}),
  'a name': [command({ command: 'a', env: { [interpolatedKey('${A}')]: '1' } })],
  'what the pipeline sets': {
    pipeline: { env: { A: '1' }, steps: run('${A?needed}') },
    options: { interpolation: false },
  },
}
