import { command, interpolated } from '@kitewright/core'

export default {
  'left to the shell': [command({ command: interpolated('npm publish --token $$NPM_TOKEN') })],
  'read by the shell': [command({ command: 'npm publish --token $NPM_TOKEN' })],
  'no secret by its name': [command({ command: interpolated('echo $TOKENS') })],
}
