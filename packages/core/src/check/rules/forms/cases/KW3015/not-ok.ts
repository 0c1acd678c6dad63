import { block, command, input } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'europe' },
  { label: 'America', value: 'america' },
]
const region = { select: 'Region', key: 'region', options }
const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })

export default {
  'another word in a block': [build, block({ block: 'Release', fields: [{ ...region, default: 'moon' }] }), deploy],
  'another word in an input': [input({ input: 'Where', fields: [{ ...region, default: 'moon' }] })],
  'a slip': [input({ input: 'Where', fields: [{ ...region, default: 'eurpoe' }] })],
  'the label instead of the value': [input({ input: 'Where', fields: [{ ...region, default: 'Europe' }] })],
  'the second of several': [
    input({ input: 'Where', fields: [{ ...region, multiple: true, default: ['europe', 'moon', 'mars'] }] }),
  ],
  'the second field': [
    input({
      input: 'Where',
      fields: [
        { ...region, default: 'europe' },
        { ...region, key: 'other', default: 'moon' },
      ],
    }),
  ],
}
