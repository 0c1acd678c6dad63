import { command } from '@kitewright/core'

const sized = (size: string) => command({ command: 'npm ci', cache: { paths: ['node_modules'], size } })

export default {
  'one gigabyte less than the least': [sized('19g')],
  'a number without its unit': [sized('20')],
  'another unit': [sized('20m')],
  'a unit in upper case': [sized('20G')],
  'a unit of two letters': [sized('20gb')],
  'a fraction': [sized('20.5g')],
  'a sign': [sized('-20g')],
  'space before the unit': [sized('20 g')],
  'space before the number': [sized(' 20g')],
  'a line break at the end': [sized('20g\n')],
  'a unit without a number': [sized('g')],
  'no text at all': [sized('')],
  'the cache of the pipeline': {
    cache: { paths: ['node_modules'], size: '19g' },
    steps: [command({ command: 'npm ci' })],
  },
  'a size in raw': [command({ command: 'npm ci', raw: { cache: { size: '1g' } } })],
}
