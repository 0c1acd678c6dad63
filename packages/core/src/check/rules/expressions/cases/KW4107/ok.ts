import { command, interpolated } from '@kitewright/core'

export default {
  'a variable': [command({ command: interpolated('build $TAG') })],
  'a dollar sign alone': [command({ command: interpolated('price: 5$') })],
  'an escaped dollar sign': [command({ command: interpolated('build $$TAG') })],
}
