import { command, group } from '@kitewright/core'

const later =
  'build.state == "failed" || build.blocked_state == "passed" || build.fixed || pipeline.started_passing || pipeline.started_failing'
const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'in a notification of the pipeline': { notify: [{ slack: '#builds', if: later }], steps: [unit] },
  'in a notification of a group': [group({ group: 'Tests', notify: [{ slack: '#builds', if: later }], steps: [unit] })],
  'what is known already': [
    command({ command: 'a', if: 'build.source == "ui" && build.branch == "main" && pipeline.slug == "shop"' }),
  ],
  text: [command({ command: 'a', if: 'build.message == "build.fixed"' })],
}
