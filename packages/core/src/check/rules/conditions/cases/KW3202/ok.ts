import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const texts = [
  'build.id',
  'build.commit',
  'build.branch',
  'build.message',
  'build.tag',
  'build.source',
  'build.source_event',
  'build.source_action',
  'build.creator.id',
  'build.creator.name',
  'build.creator.email',
  'build.author.id',
  'build.author.name',
  'build.author.email',
  'build.scm.author.name',
  'build.scm.author.email',
  'build.scm.committer.name',
  'build.scm.committer.email',
  'build.pull_request.id',
  'build.pull_request.base_branch',
  'build.pull_request.label',
  'build.pull_request.repository',
  'build.merge_queue.base_branch',
  'build.merge_queue.base_commit',
  'pipeline.id',
  'pipeline.slug',
  'pipeline.default_branch',
  'pipeline.repository',
  'organization.id',
  'organization.slug',
]

export default {
  texts: on(texts.map((name) => `${name} == "ui"`).join(' || ')),
  'a number': on('build.number == 1'),
  'what is true or false': on(
    'build.creator.verified && build.pull_request.draft && build.pull_request.repository.fork && pipeline.next_finished_build_exists',
  ),
  lists: on(
    'build.creator.teams includes "a" || build.author.teams includes "b" || build.pull_request.labels includes "c"',
  ),
  'the environment': on('env("DEPLOY") == "yes" || build.env("DEPLOY") == "yes" || $DEPLOY == "yes"'),
  'names inside text': on('build.message == "pipeline.name and env(1)"'),
}
