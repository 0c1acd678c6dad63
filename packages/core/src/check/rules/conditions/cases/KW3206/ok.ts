import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'a comparison': on('build.branch == "main"'),
  'a variable that is true or false': on('build.pull_request.draft'),
  'a negation': on('!build.pull_request.draft'),
  'what is joined': on('build.pull_request.draft || build.tag == null'),
  'a choice': on('build.tag == null ? build.pull_request.draft : build.creator.verified'),
  'a choice of nothing': on('build.tag == null ? null : build.creator.verified'),
}
