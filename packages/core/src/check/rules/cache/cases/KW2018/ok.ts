import { command } from '@kitewright/core'

const sized = (size: string) => command({ command: 'npm ci', cache: { paths: ['node_modules'], size } })

export default {
  'no size': [command({ command: 'npm ci', cache: { paths: ['node_modules'] } })],
  'paths alone': [command({ command: 'npm ci', cache: ['node_modules'] })],
  'the least': [sized('20g')],
  'more than the least': [sized('21g')],
  'three digits': [sized('100g')],
  'the cache of the pipeline': { cache: { paths: ['node_modules'], size: '20g' }, steps: [sized('20g')] },
}
