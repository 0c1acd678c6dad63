import { block, command, input } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'eu' },
  { label: 'America', value: 'us' },
]
const region = { select: 'Region', key: 'region', options }
const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })

export default {
  'several defaults': [input({ input: 'Where', fields: [{ ...region, default: ['eu', 'us'] }] })],
  'a list of one': [input({ input: 'Where', fields: [{ ...region, default: ['eu'] }] })],
  'an empty list': [input({ input: 'Where', fields: [{ ...region, default: [] }] })],
  'one may be chosen, as is written': [
    input({ input: 'Where', fields: [{ ...region, multiple: false, default: ['eu', 'us'] }] }),
  ],
  'a block': [build, block({ block: 'Release', fields: [{ ...region, default: ['eu', 'us'] }] }), deploy],
  'the second field': [input({ input: 'Where', fields: [region, { ...region, key: 'other', default: ['eu', 'us'] }] })],
}
