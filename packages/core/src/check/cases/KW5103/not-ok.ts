import { command, group } from '@kitewright/core'

const allow = (code: string, reason = 'why not') => ({ [code]: reason })
const permitted = (code: string) => [command({ command: 'a', allow: allow(code) })]

export default {
  'what cannot be sent': permitted('KW1001'),
  'an attribute that does not exist': permitted('KW1031'),
  'a permission itself': permitted('KW5101'),
  'a code that does not exist': permitted('KW9999'),
  'a code with too few digits': permitted('KW500'),
  'a code with too many digits': permitted('KW50011'),
  'something before the code': permitted('-KW5001'),
  'lower case': permitted('kw5001'),
  'a word': permitted('unpinned-plugin'),
  'the beginning of several codes': permitted('KW5'),
  'a code that does not exist, without a reason': [command({ command: 'a', allow: allow('KW9999', '') })],
  'of a group': [group({ group: 'Tests', allow: allow('KW1001'), steps: [command({ command: 'a' })] })],
  'of the pipeline': { allow: allow('KW1001'), steps: [command({ command: 'a' })] },
}
