import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'at the end': on('build.branch =~ /^main\\$/'),
  'at the end of a group': on('build.branch =~ /^(main\\$)/'),
  'at the end of an alternative': on('build.branch =~ /^main\\$|develop/'),
  'after a backslash': on('build.branch =~ /^main\\\\\\$/'),
  'where it must not match': on('build.branch !~ /^main\\$/'),
  'in a list': on('build.creator.teams includes /^deploy\\$/'),
  'ignoring case': on('build.branch =~ /^main\\$/i'),
  'inside a longer condition': on('build.tag == null && build.branch =~ /^main\\$/'),
}
