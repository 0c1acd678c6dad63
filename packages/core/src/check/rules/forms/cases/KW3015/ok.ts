import { block, command, input, interpolated } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'eu' },
  { label: 'America', value: 'us' },
]
const region = { select: 'Region', key: 'region', options }
const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })

export default {
  'an option of a block': [build, block({ block: 'Release', fields: [{ ...region, default: 'us' }] }), deploy],
  'an option of an input': [input({ input: 'Where', fields: [{ ...region, default: 'eu' }] })],
  'several options': [input({ input: 'Where', fields: [{ ...region, multiple: true, default: ['us', 'eu'] }] })],
  'no default': [input({ input: 'Where', fields: [region] })],
  "a text of one's own": [input({ input: 'Name', fields: [{ text: 'Name', key: 'name', default: 'nightly' }] })],
  'a default that the agent fills in': [
    input({ input: 'Where', fields: [{ ...region, default: interpolated('$REGION') }] }),
  ],
  'defaults of which the agent fills one in': [
    input({ input: 'Where', fields: [{ ...region, multiple: true, default: ['eu', interpolated('$REGION')] }] }),
  ],
  'an option that the agent fills in': [
    input({
      input: 'Where',
      fields: [
        { ...region, options: [...options, { label: 'Here', value: interpolated('$REGION') }], default: 'here' },
      ],
    }),
  ],
  'no choice beforehand': [input({ input: 'Where', fields: [{ ...region, default: '' }] }), build],
}
