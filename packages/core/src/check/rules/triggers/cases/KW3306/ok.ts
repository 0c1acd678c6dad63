import { interpolated, trigger } from '@kitewright/core'

const step = (slug: unknown) => [trigger({ trigger: slug as never })]

export default {
  'a slug': step('deploy-payments-2'),
  'what is filled in': step(interpolated('deploy-$BUILDKITE_PIPELINE_SLUG')),
}
