import { command } from '@kitewright/core'

const step = (paths: unknown) => [command({ command: 'a', artifact_paths: paths as never })]

export default {
  commas: step('a/*,b/*'),
  'commas and blanks': step('a/*, b/*'),
  'in a list': step(['a/*', 'b/*,c/*']),
  'beside a comma in braces': step('a/*.{xml,json},b'),
}
