import { command, interpolated, type CommandOptions } from '@kitewright/core'

const alone = (options: Partial<CommandOptions>) => [command({ command: 'test', ...options })]

export default {
  'in a label': alone({ label: 'Test on {{matrix}}' }),
  'in a command': alone({ command: 'test {{matrix.os}}' }),
  'in the second of several commands': alone({ command: ['npm ci', 'test {{matrix}}'] }),
  'in the value of a variable': alone({ env: { OS: '{{matrix}}' } }),
  'in the name of a variable': alone({ env: { 'ON_{{matrix}}': 'true' } }),
  'in the tags of agents': alone({ agents: { os: '{{matrix}}' } }),
  'in a list of tags': alone({ agents: ['queue=test', 'os={{matrix}}'] }),
  'in the name of a plugin': alone({ plugins: ['docker-{{matrix}}#v5.13.0'] }),
  'in the name of a plugin with a configuration': alone({ plugins: [{ 'docker-{{matrix}}#v5.13.0': { image: 'a' } }] }),
  'in the configuration of a plugin': alone({ plugins: [{ 'docker#v5.13.0': { environment: ['OS={{matrix}}'] } }] }),
  'in an image': alone({ image: 'node:{{matrix}}' }),
  'in the paths of artifacts': alone({ artifact_paths: 'logs/{{matrix}}/*' }),
  'in a cache': alone({ cache: 'node_modules/{{matrix}}' }),
  'with blanks inside': alone({ command: 'test {{ matrix.os }}' }),
  'twice in one text': alone({ command: 'test {{matrix}} {{matrix}}' }),
  'in what the agent fills in': alone({ command: interpolated('test $SUITE {{matrix}}') }),
  'as GitHub Actions have it': alone({ label: 'Test on ${{ matrix.os }}' }),
  'in raw': alone({ raw: { label: '{{matrix}}' } }),
}
