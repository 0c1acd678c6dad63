import { command, interpolated } from '@kitewright/core'

export default {
  'no condition': [command({ command: 'a' }), command({ command: 'a', if: undefined })],
  'a condition': [command({ command: 'a', if: 'build.tag == null' })],
  'a condition behind a comment': [command({ command: 'a', if: '// releases\nbuild.tag != null' })],
  'what the agent fills in': [command({ command: 'a', if: interpolated('${CONDITION:-}') })],
}
