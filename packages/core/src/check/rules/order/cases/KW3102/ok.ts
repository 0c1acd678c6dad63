import { block, command, group, input, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })

export default {
  'the place after the wait': [unit, wait(), lint],
  'the wait by name': [unit, wait({ key: 'tested' }), command({ command: 'ship', depends_on: 'tested' })],
  'a step behind the wait': [unit, wait(), lint, command({ command: 'ship', depends_on: lint })],
  'nothing at all, on purpose': [unit, wait(), command({ command: 'ship', depends_on: [] }), lint],
  'a place before the wait': [unit, command({ command: 'note', depends_on: unit }), wait(), lint],
  'a wait that names what it waits for itself': [
    unit,
    wait({ key: 'tested', depends_on: unit }),
    command({ command: 'note', depends_on: unit }),
    command({ command: 'ship', depends_on: 'tested' }),
  ],
  'a step of a group behind the wait': [
    unit,
    wait(),
    group({ group: 'Ship', steps: [command({ command: 'ship', depends_on: unit })] }),
  ],
  'a block and a wait that name what they wait for': [
    unit,
    wait(),
    lint,
    block({ block: 'Release', depends_on: unit }),
    command({ command: 'a' }),
    wait({ depends_on: unit, allow: { KW3114: 'lint may fail' } }),
    command({ command: 'b' }),
  ],
  'an input': [unit, input({ input: 'Name' }), command({ command: 'ship', depends_on: unit })],
}
