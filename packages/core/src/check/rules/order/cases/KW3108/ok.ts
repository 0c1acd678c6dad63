import { block, command, input, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })
const goingOn = wait({ continue_on_failure: true })

export default {
  'a wait between steps': [unit, goingOn, lint],
  'a wait at the beginning and at the end': [goingOn, unit, wait({ continue_on_failure: true })],
  'a wait two places before a block': [unit, goingOn, lint, release, ship],
  'a wait two places behind a block': [unit, release, lint, goingOn, ship],
  'a wait beside an input': [unit, goingOn, input({ input: 'Name' })],
  'a wait that does not go on': [unit, wait({ if: 'build.tag == null', continue_on_failure: false }), release, ship],
}
