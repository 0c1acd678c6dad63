import { command, interpolated } from '@kitewright/core'

export default {
  'in a command': [command({ command: interpolated('npm publish --token $NPM_TOKEN') })],
  'in an option': [
    command({ command: 'a', plugins: [{ 'ours/a#v1.0.0': { pass: interpolated('${DB_PASSWORD:-}') } }] }),
  ],
}
