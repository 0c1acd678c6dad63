import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const told = (condition: string) => [command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })]
const toldOfBuild = (condition: string) => ({
  notify: [{ slack: '#builds', if: condition }],
  steps: [command({ command: 'a' })],
})

export default {
  'another state of a build': toldOfBuild('build.state == "started_failing"'),
  'another state of a blocked build': toldOfBuild('build.blocked_state == "blocked"'),
  'another source of a build': on('build.source == "push"'),
  'a slip': on('build.source == "webhok"'),
  'another case': on('build.source == "UI"'),
  'not another word': on('build.source != "push"'),
  'no text': on("build.source == ''"),
  'another type of a step': told('step.type == "block"'),
  'another state of a step': told('step.state == "passed"'),
  'another outcome of a step': told('step.outcome == "failed"'),
}
