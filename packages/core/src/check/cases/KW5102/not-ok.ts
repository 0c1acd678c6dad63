import { command, group } from '@kitewright/core'

const unpinned = { command: 'a', plugins: ['ours/checks'] }

export default {
  'no text': [command({ ...unpinned, allow: { KW5001: '' } })],
  blanks: [command({ ...unpinned, allow: { KW5001: ' \n' } })],
  'something else than text': [command({ ...unpinned, allow: { KW5001: true as unknown as string } })],
  'of a group': [group({ group: 'Tests', allow: { KW5001: '' }, steps: [command(unpinned)] })],
  'of the pipeline': { allow: { KW5001: '' }, steps: [command(unpinned)] },
  'for what does not come up': [command({ command: 'a', allow: { KW5001: '' } })],
  'for a rule that is not asked': [command({ command: 'a', allow: { KW5007: '' } })],
}
