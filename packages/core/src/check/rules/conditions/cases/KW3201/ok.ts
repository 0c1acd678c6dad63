import { block, command, group, input, interpolated, trigger, wait } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const lint = command({ label: 'Lint', command: 'npm run lint' })
const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'a comparison': on('build.branch == "main"'),
  'every comparison': on(
    'build.branch == "a" && build.branch != "b" && build.branch =~ /c/ && build.branch !~ /d/i && build.creator.teams includes "e"',
  ),
  'either, both and not': on('!(build.tag == null || build.branch == "a") && build.pull_request.draft'),
  'one of two': on('build.tag == null ? build.branch == "a" : build.pull_request.draft'),
  'brackets and lists': on('(["a", \'b\'] includes (build.branch))'),
  'comments and several lines': on('build.branch == "a" // only here\n  || build.branch == "b"'),
  numbers: on('build.number != 0 && build.number != 017 && build.number != 9223372036854775807'),
  escapes: on('build.branch == "\\377\\x41\\n\\"" && build.branch != \'it\\\'s\''),
  'variables of the environment': on(
    '$A == "a" || ${A} == "b" || "$A-${B:-c}" == "d" || ${A:+e} == ${A-f} || ${A?} == ${A:?} || ${A:0:7} == ${A: -1}',
  ),
  'a dollar sign in text': on("build.message =~ /costs? \\$[0-9]/ || build.message == '$5'"),
  'brackets as deep as they go': on(`${'('.repeat(199)}build.pull_request.draft${')'.repeat(199)}`),
  'every kind of step': [
    unit,
    block({ block: 'Release', if: 'build.tag == null' }),
    lint,
    wait({ if: 'build.tag == null' }),
    trigger({ trigger: 'shop', if: 'build.tag == null' }),
    input({ input: 'Name', if: 'build.tag == null' }),
    group({ group: 'After', if: 'build.tag == null', steps: [command({ command: 'a' })] }),
  ],
  'what the agent fills in': [command({ command: 'a', if: interpolated('$CONDITION') })],
}
