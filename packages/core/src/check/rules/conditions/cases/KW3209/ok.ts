import { command, group } from '@kitewright/core'

const ofBuild = [{ slack: '#builds', if: 'build.state == "failed"' }]
const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'in a notification of the pipeline': { notify: ofBuild, steps: [unit] },
  'in a notification of a group': [group({ group: 'Tests', notify: ofBuild, steps: [unit] })],
  'the outcome of the step': [
    command({ command: 'a', notify: [{ slack: '#builds', if: 'step.outcome == "hard_failed"' }] }),
  ],
  'other facts of the build': [
    command({ command: 'a', notify: [{ slack: '#builds', if: 'build.branch == "main" && build.source != "ui"' }] }),
  ],
  text: [command({ command: 'a', notify: [{ slack: '#builds', if: 'build.message == "build.state"' }] })],
}
