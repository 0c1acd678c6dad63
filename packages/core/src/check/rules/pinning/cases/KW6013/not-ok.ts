import { command } from '@kitewright/core'

export default {
  'of a list': [command({ command: 'a', plugins: ['docker-compose#v5.5.0'] })],
  'of another owner': [command({ command: 'a', plugins: [{ 'ours/checks#1.0': { a: 1 } }] })],
}
