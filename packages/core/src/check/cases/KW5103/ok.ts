import { command } from '@kitewright/core'

export default {
  'a rule that is always asked': [
    command({ command: 'a', plugins: ['ours/checks'], allow: { KW5001: 'our own repository' } }),
  ],
  'a rule that is not asked': [command({ command: 'a', allow: { KW5007: 'it is short' } })],
}
