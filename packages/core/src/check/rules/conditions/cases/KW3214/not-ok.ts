import { block, command, group, wait } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'npm run lint' })

export default {
  'the state of the build': on('build.state == "failed"'),
  'the state of a blocked build': on('build.blocked_state == "failed"'),
  'a build that passes again': on('build.fixed'),
  'a pipeline that passes again': on('pipeline.started_passing'),
  'a pipeline that fails': on('pipeline.started_failing'),
  'inside a negation': on('!build.fixed'),
  'inside a longer condition': on('build.branch == "main" && build.fixed'),
  'on the right of a comparison': on('build.pull_request.draft == build.fixed'),
  'a wait': [unit, wait({ if: 'build.state == "failed"' }), lint],
  'a block': [unit, block({ block: 'Release', if: 'build.state == "passed"' }), lint],
  'a group': [group({ group: 'Tests', if: 'build.fixed', steps: [unit] })],
}
