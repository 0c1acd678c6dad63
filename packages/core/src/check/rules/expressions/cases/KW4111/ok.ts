import { command, interpolated } from '@kitewright/core'

export default {
  'left to the shell': [command({ command: 'Write-Host $env:PATH' })],
  'an escaped dollar sign': [command({ command: interpolated('Write-Host $$env:PATH $BRANCH') })],
  'a variable of that name': [command({ command: interpolated('echo $env') })],
  'a longer name': [command({ command: interpolated('echo $environment:a') })],
  'in a label': [command({ label: interpolated('$env:a'), command: 'a' })],
}
