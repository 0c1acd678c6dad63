import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: interpolated(text) })]

export default {
  'a variable of the environment': run('Write-Host $env:PATH'),
  'with a capital': run('Write-Host $Env:PATH'),
  'set there': run('$env:CI = "true"'),
  'in a list': [command({ command: ['a', interpolated('echo $env:PATH')] })],
}
