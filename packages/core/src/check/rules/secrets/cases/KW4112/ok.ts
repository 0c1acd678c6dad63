import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]
const env = (name: string, value: string) => [command({ command: 'a', env: { [name]: value } })]

export default {
  'a value of another variable': env('DATABASE', 'postgres'),
  'a URL without a password': run('curl http://localhost:8080'),
}
