import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'brackets after a negation': on('!(build.creator.teams includes "a")'),
  'what does not match': on('build.message !~ /wip/'),
  'a negation of what is true': on('!build.pull_request.draft'),
}
