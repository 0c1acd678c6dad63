import { block, command, input } from '@kitewright/core'

const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })
const name = { text: 'Name', key: 'name' }

export default {
  'two fields of a block': [build, block({ block: 'Release', fields: [name, { text: 'Nick', key: 'name' }] }), deploy],
  'two fields of an input': [input({ input: 'Names', fields: [name, { text: 'Nick', key: 'name' }] })],
  'the first field and the third': [
    input({ input: 'Names', fields: [name, { text: 'Reason', key: 'reason' }, { text: 'Nick', key: 'name' }] }),
  ],
  'fields of two kinds': [
    input({ input: 'Names', fields: [name, { select: 'Name', key: 'name', options: [{ label: 'A', value: 'a' }] }] }),
  ],
  'a form in raw': [input({ input: 'Names', raw: { fields: [name, name] } })],
}
