import { command, definePipeline, group, interpolated } from '@kitewright/core'

const unit = () => command({ label: 'Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'make image' })

export default {
  'what the pipeline around it does not have': [definePipeline({ env: { A: '1' }, steps: [unit()] }), image],
  'another value': { env: { A: '2' }, steps: [definePipeline({ env: { A: '1' }, steps: [unit()] })] },
  'a part of it': { env: { A: '1', B: '2' }, steps: [definePipeline({ env: { A: '1' }, steps: [unit()] })] },
  'another expression': {
    env: { A: interpolated('$A') },
    steps: [definePipeline({ env: { A: interpolated('$B') }, steps: [unit()] })],
  },
  'a list in another order': {
    notify: [{ email: 'a@example.com' }, { slack: '#b' }],
    steps: [definePipeline({ notify: [{ slack: '#b' }, { email: 'a@example.com' }], steps: [unit()] })],
  },
  'in a group': [group({ group: 'Tests', steps: [definePipeline({ agents: { queue: 'a' }, steps: [unit()] })] })],
  'in a pipeline in it': [definePipeline([definePipeline({ priority: 1, steps: [unit()] })])],
  'an attribute in raw': [definePipeline({ raw: { odd: 1 }, steps: [unit()] })],
}
