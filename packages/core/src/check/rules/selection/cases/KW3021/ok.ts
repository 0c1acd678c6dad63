import { command, interpolated } from '@kitewright/core'

const changed = (...globs: readonly string[]) => [command({ command: 'a', if_changed: globs })]

export default {
  'paths from the root': changed('package.json', '*.md', '**/*.ts'),
  'names that begin with a dot': changed('.buildkite/**', '.env', '..a/b'),
  'a slash and a dot inside': changed('a/b', 'a./b'),
  'an exclamation mark inside': changed('important!/**', 'a/!b'),
  'what is in a folder': changed('src/**', 'docs/*'),
  'brackets without a range': changed('[abc].md', '[^ab].md'),
  'a hyphen at an end of the brackets': changed('[-a].md', '[a-].md'),
  'a hyphen beside brackets': changed('a-[bc]-d.txt', '[ab]-[cd].txt', 'a-b'),
  'brackets that stand for themselves': changed('pages/\\[user-id\\].ts'),
  'files that do not count': [command({ command: 'a', if_changed: { include: 'src/**', exclude: ['src/docs/**'] } })],
  'what the agent fills in': [command({ command: 'a', if_changed: interpolated('/$FOLDER/**') })],
}
