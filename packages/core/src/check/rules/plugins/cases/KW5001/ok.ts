import { command, interpolated, plugin } from '@kitewright/core'

const using = (...plugins: readonly string[]) => [command({ command: 'a', plugins })]

export default {
  'the plugin that the repository holds, whoever owns it': {
    pipeline: using('ours/checks', 'theirs/checks', 'https://git.example.com/ours/checks-buildkite-plugin.git'),
    options: { repository: 'git@git.example.com:ours/checks-buildkite-plugin.git' },
  },
  'a version': using('docker#v5.13.0', 'ours/checks#v1', 'https://git.example.com/checks.git#v1.0.0'),
  'a commit': using('docker#3f8a1c2'),
  'one character': using('docker#1'),
  'a version with a configuration': [
    command({
      command: 'a',
      plugins: [{ 'docker#v5.13.0': { image: 'node:22' } }, plugin('npm#v1.0.0', { ci: true })],
    }),
  ],
  'a map of plugins': [command({ command: 'a', plugins: { 'docker#v5.13.0': { image: 'node:22' } } })],
  'plugins of the repository itself': using(
    './plugins/a',
    '../plugins/a',
    '/plugins/a',
    '.buildkite/plugins/a',
    '\\plugins\\a',
  ),
  'the settings of a stack': [command({ command: 'a', plugins: [{ kubernetes: { podSpec: {} } }] })],
  'what the agent fills in': [command({ command: 'a', plugins: [interpolated('docker${VERSION}')] })],
  'what a variable names': using('$PLUGIN', 'ours/${PLUGIN}'),
  'no plugin': [command({ command: 'a', plugins: [] })],
  'settings of a stack, under the name that the agent makes': [
    command({ command: 'a', plugins: [plugin('github.com/buildkite-plugins/kubernetes-buildkite-plugin', {})] }),
  ],
}
