import { command, group, trigger } from '@kitewright/core'

export default {
  'a deploy': [command({ key: 'deploy', command: 'a' })],
  'a deploy whose failure counts': [command({ key: 'deploy', command: 'a', soft_fail: false })],
  'a deploy whose failure counts, as text': [
    command({ key: 'deploy', command: 'a', soft_fail: 'false' as unknown as boolean }),
  ],
  'no exit status': [command({ key: 'deploy', command: 'a', soft_fail: [] })],
  'other steps': [
    command({ label: 'Smoke test', command: 'a', soft_fail: true }),
    command({ label: 'Deployment notes', command: 'a', soft_fail: true }),
    command({ label: 'Undeploy', command: 'a', soft_fail: true }),
    command({ command: 'deploy', soft_fail: true }),
  ],
  'a trigger': [trigger({ trigger: 'deploy', key: 'deploy', soft_fail: true })],
  'a group': [group({ group: 'Deploy', steps: [command({ command: 'a', soft_fail: true })] })],
  'a publication': [command({ label: 'Publish', command: 'a', soft_fail: true })],
}
