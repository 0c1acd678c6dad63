import { command, interpolated, trigger } from '@kitewright/core'

export default {
  'no secret by its name': [trigger({ trigger: 'site', build: { env: { SITE: interpolated('$SITE') } } })],
  'in the own build': [command({ command: 'a', env: { SITE_URL: interpolated('$SITE') } })],
}
