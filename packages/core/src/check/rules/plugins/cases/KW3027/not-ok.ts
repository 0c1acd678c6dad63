import { command } from '@kitewright/core'

const using = (...plugins: readonly (object | string)[]) => [command({ command: 'a', plugins: plugins as never })]

export default {
  'an option': using({ 'docker-compose#v5.12.1': null, build: 'app' }),
  'several options': using({ 'docker-compose#v5.12.1': null, build: 'app', 'cache-from': ['app:latest'] }),
  'an option in an entry of its own': using('docker-compose#v5.12.1', { run: 'app' }),
  'a plugin of another owner': using({ 'acme/deploy#v1.0.0': null, region: 'eu' }),
  'the same in several steps': [
    ...using({ 'docker-compose#v5.12.1': null, build: 'app' }),
    ...using({ 'docker-compose#v5.12.1': null, run: 'app' }),
  ],
}
