import { command, group, interpolated } from '@kitewright/core'

const run = (...lines: readonly string[]) => [command({ command: lines.map((line) => interpolated(line)) })]

export default {
  'set on the line before': run('TAG=$(git describe)\ndocker build -t $TAG .'),
  'set in the command before': run('TAG=$(git describe)', 'docker build -t ${TAG} .'),
  'set on the same line': run('TAG=1; echo $TAG'),
  'set behind a condition': run('test -f a && TAG=1\necho $TAG'),
  exported: run('export TAG=1\necho $TAG'),
  'the second of a line': run('A=1; TAG=2\necho $TAG'),
  'of a loop': run('for file in *.txt; do cat $file; done'),
  'read from a line': run('read -r first second\necho $second'),
  "PowerShell's": run('$Tag = 1\nWrite-Host $Tag'),
  'with a default': run('TAG=1\necho ${TAG:-2}'),
  'set from another': run('TAG=$BASE-1\necho $TAG'),
  'in a group': [group({ group: 'Images', steps: run('TAG=1\necho $TAG') })],
}
