import { command, group, interpolated } from '@kitewright/core'

const failing = (label: string) => [command({ label, command: 'a', soft_fail: true })]

export default {
  'a deploy': failing('Deploy'),
  'a deploy of something': failing('Deploy production'),
  'production that is deployed': failing('Production deploy'),
  'a word before and after': failing('Canary: deploy to Europe'),
  'a rollout': failing('Rollout'),
  'a promotion': failing('Promote the image'),
  'by its key': [command({ key: 'deploy-eu', label: 'Europe', command: 'a', soft_fail: true })],
  'every failure, as text': [command({ key: 'deploy', command: 'a', soft_fail: 'true' as unknown as boolean })],
  'one exit status': [command({ key: 'deploy', command: 'a', soft_fail: [{ exit_status: 1 }] })],
  'what the agent fills in': [command({ key: 'deploy', command: 'a', soft_fail: interpolated('$SOFT_FAIL') })],
  'in a group': [group({ group: 'Europe', steps: failing('Deploy') })],
  'a word behind an underscore': [command({ key: 'deploy_prod', command: 'a', soft_fail: true })],
  'in raw': [command({ key: 'deploy', command: 'a', raw: { soft_fail: true } })],
}
