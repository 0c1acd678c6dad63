import { group, trigger } from '@kitewright/core'

const step = (slug: unknown) => [trigger({ trigger: slug as never })]

export default {
  'the name of a pipeline': step('Deploy Payments'),
  'with the organization': step('acme/deploy'),
  'an underscore': step('deploy_payments'),
  'in a group': [group({ group: 'Deploys', steps: step('Deploy') })],
}
