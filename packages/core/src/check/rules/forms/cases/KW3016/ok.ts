import { input, interpolated } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'eu' },
  { label: 'America', value: 'us' },
]
const region = { select: 'Region', key: 'region', options }

export default {
  'several defaults where several may be chosen': [
    input({ input: 'Where', fields: [{ ...region, multiple: true, default: ['eu', 'us'] }] }),
  ],
  'one default where several may be chosen': [
    input({ input: 'Where', fields: [{ ...region, multiple: true, default: 'eu' }] }),
  ],
  'one default': [input({ input: 'Where', fields: [{ ...region, default: 'eu' }] })],
  'one default where one may be chosen': [
    input({ input: 'Where', fields: [{ ...region, multiple: false, default: 'eu' }] }),
  ],
  'no default': [input({ input: 'Where', fields: [region] })],
  'whether several may be chosen is filled in by the agent': [
    input({ input: 'Where', fields: [{ ...region, multiple: interpolated('$SEVERAL'), default: ['eu', 'us'] }] }),
  ],
}
