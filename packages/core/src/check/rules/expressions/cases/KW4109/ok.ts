import { command, interpolated } from '@kitewright/core'

const run = (...lines: readonly string[]) => [command({ command: lines.map((line) => interpolated(line)) })]

export default {
  'a variable that nobody sets': run('echo $TAG'),
  'set from itself, with a default': run('TAG=${TAG:-1}\necho $TAG'),
  'set from itself, with more': run('TAG=$TAG-1\necho $TAG'),
  'set after it is read': run('echo $TAG\nTAG=1'),
  'an option that looks like it': run('make --tag=1\necho $tag'),
  'a longer name': run('MY_TAG=1\necho $TAG'),
  'an escaped dollar sign': run('TAG=1\necho $$TAG $BRANCH'),
  'left to the shell': [command({ command: 'TAG=1\necho $TAG' })],
  'set by another step': [command({ command: 'TAG=1' }), ...run('echo $TAG')],
  'in the label': [command({ label: interpolated('Build $TAG'), command: 'TAG=1' })],
}
