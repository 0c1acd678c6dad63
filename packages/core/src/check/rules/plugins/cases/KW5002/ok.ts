import { command, interpolated } from '@kitewright/core'

const using = (...plugins: readonly string[]) => [command({ command: 'a', plugins })]

export default {
  'versions and commits': using('docker#v5.13.0', 'docker#3f8a1c2'),
  'other branches': using('docker#mainline', 'docker#my-main', 'docker#feature/main', 'docker#main-2'),
  'plugins with such a name': using('main#v1.0.0', 'ours/latest#v1.0.0'),
  'what the agent fills in': [command({ command: 'a', plugins: [interpolated('docker#${BRANCH:-main}')] })],
}
