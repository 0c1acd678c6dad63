import { interpolated, trigger } from '@kitewright/core'

export default {
  'filled in': [trigger({ trigger: 'site', build: { env: { SITE_TOKEN: interpolated('$SITE_TOKEN') } } })],
}
