import { command } from '@kitewright/core'

const step = (paths: unknown) => [command({ command: 'a', artifact_paths: paths as never })]

export default {
  'a list': step(['a/*', 'b/*']),
  semicolons: step('a/*;b/*'),
  'a comma in braces': step('a/*.{xml,json}'),
}
