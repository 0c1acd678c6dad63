import { block, command, input, interpolated } from '@kitewright/core'

const build = command({ label: 'Build', command: 'make' })
const deploy = command({ label: 'Deploy', command: 'make deploy' })
const key = interpolated('$KEY')
const name = { text: 'Name', key: 'name' }

export default {
  'two keys': [build, block({ block: 'Release', fields: [name, { text: 'Reason', key: 'reason' }] }), deploy],
  'keys that differ in case': [
    build,
    block({ block: 'Release', fields: [name, { text: 'Name', key: 'Name' }] }),
    deploy,
  ],
  'two forms': [
    build,
    block({ block: 'Release', fields: [name] }),
    deploy,
    input({ input: 'Name again', fields: [name] }),
  ],
  'keys that the agent fills in': [
    input({
      input: 'Names',
      fields: [
        { text: 'First', key },
        { text: 'Second', key },
      ],
    }),
  ],
}
