import { command, group } from '@kitewright/core'

const pinned = { command: 'a', plugins: ['ours/checks#v1.0.0'] }
const unpinned = { command: 'a', plugins: ['ours/checks'] }
const allow = { KW5001: 'our own repository' }

export default {
  'of a step': [command({ ...pinned, allow })],
  'of a group': [group({ group: 'Tests', allow, steps: [command(pinned)] })],
  'of the pipeline': { allow, steps: [command(pinned)] },
  'of a step in a group that permits it': [
    group({ group: 'Tests', allow, steps: [command(unpinned), command({ ...pinned, allow })] }),
  ],
  'of a group, where its step permits it itself': [
    group({ group: 'Tests', allow, steps: [command({ ...unpinned, allow })] }),
  ],
  'of the pipeline, where the step permits it itself': { allow, steps: [command({ ...unpinned, allow })] },
  'of the pipeline, where the group permits it itself': {
    allow,
    steps: [group({ group: 'Tests', allow, steps: [command(unpinned)] })],
  },
  'one of two': [command({ ...unpinned, allow: { ...allow, KW3212: 'a switch for later' } })],
  'a rule that is asked': {
    pipeline: { allow: { KW5007: 'they are short' }, steps: [command({ command: 'a', timeout_in_minutes: 5 })] },
    options: { also: ['KW5007'] },
  },
}
