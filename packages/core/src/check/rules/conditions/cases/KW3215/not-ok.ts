import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'a negation of a list that includes': on('!build.creator.teams includes "deploy"'),
  'a negation of what is true that includes': on('!build.pull_request.draft includes "a"'),
  'a negation of text that matches': on('!build.env("SKIP") =~ /docs/'),
  'a negation inside a condition': on('build.tag == null && (!build.message =~ /wip/ || build.branch == "main")'),
}
