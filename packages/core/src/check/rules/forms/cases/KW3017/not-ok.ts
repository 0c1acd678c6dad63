import { block, command, input } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'eu' },
  { label: 'America', value: 'us' },
  { label: 'The old world', value: 'eu' },
]
const region = { select: 'Region', key: 'region', options }
const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })

export default {
  'two options of an input': [input({ input: 'Where', fields: [region] })],
  'two options of a block': [build, block({ block: 'Release', fields: [region] }), deploy],
  'the second field': [input({ input: 'Where', fields: [{ text: 'Name', key: 'name' }, region] })],
}
