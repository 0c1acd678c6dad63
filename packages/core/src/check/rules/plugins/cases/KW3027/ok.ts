import { command } from '@kitewright/core'

const using = (...plugins: readonly (object | string)[]) => [command({ command: 'a', plugins: plugins as never })]

export default {
  'options under their plugin': using({ 'docker-compose#v5.12.1': { build: 'app' } }),
  'a plugin without options': using('docker-login#v3.0.0'),
  'two plugins': using('docker-login#v3.0.0', { 'docker#v5.13.0': { image: 'node' } }),
  'local plugins': using('docker-login#v3.0.0', { './.buildkite/plugins/x': { a: 1 } }),
}
