import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'text with text': on('build.branch == "main" && build.branch != pipeline.default_branch'),
  'a number with a number': on('build.number == 1'),
  'what is true with true': on('build.pull_request.draft == true && (build.tag == null) == build.creator.verified'),
  'a list with a list': on('build.creator.teams == build.author.teams && build.creator.teams != ["a"]'),
  'anything with nothing': on('build.branch == null && null != build.number && build.creator.teams == null'),
  'a fixed word with text': on('build.source == "ui" && build.source != build.tag'),
  'text that matches': on('build.branch =~ /a/ && build.branch !~ /b/ && null =~ /c/'),
  'a list that includes': on(
    'build.creator.teams includes "a" && build.creator.teams includes /b/ && build.creator.teams includes null && null includes "c"',
  ),
  'a list of what is known in the build': on('[build.branch, "a", $TEAM] includes build.tag'),
  'a function of text': on('env("A") == build.env(build.branch) && env(build.source) != env("A-$B")'),
  'brackets after a negation': on('!(build.creator.teams includes "a") && !(build.branch == "b")'),
  'a negation that is compared': on('!build.pull_request.draft == true'),
  'two texts to choose from': on(
    '(build.tag == null ? build.branch : "a") == "b" && (build.tag == null ? null : "a") == "a"',
  ),
}
