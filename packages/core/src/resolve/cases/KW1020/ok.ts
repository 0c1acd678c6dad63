import { command, definePipeline, group, interpolated } from '@kitewright/core'

const unit = (label: string) => command({ label, command: 'npm test' })
const tag = interpolated('$TAG')
const list = [{ email: 'a@example.com' }]

export default {
  'steps alone': [definePipeline([unit('Unit')]), unit('Image')],
  'the same': {
    env: { A: '1', B: tag },
    notify: list,
    steps: [definePipeline({ env: { A: '1', B: tag }, notify: [...list], steps: [unit('Unit')] })],
  },
  'in a group': [group({ group: 'Tests', steps: [definePipeline([unit('Unit')])] })],
  'several, one in another': [definePipeline([unit('a'), definePipeline([unit('b')])]), definePipeline([unit('c')])],
  'nothing beside a step': [definePipeline([]), unit('Unit')],
}
