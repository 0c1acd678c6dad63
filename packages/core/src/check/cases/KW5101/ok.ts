import { block, command, group } from '@kitewright/core'

const unpinned = { command: 'a', plugins: ['ours/checks'] }
const allow = { KW5001: 'our own repository' }

export default {
  'a permission of the step': [command({ ...unpinned, allow })],
  'a permission of the group around it': [group({ group: 'Tests', allow, steps: [command(unpinned)] })],
  'a permission of the pipeline': { allow, steps: [command(unpinned)] },
  'a permission for several steps': { allow, steps: [command(unpinned), command(unpinned)] },
  'a permission for one of several findings': [command({ command: 'a', plugins: ['ours/checks', 'ours/lint'], allow })],
  'permissions of two steps': [command({ ...unpinned, allow }), command({ ...unpinned, allow })],
  'two permissions of one step': [
    command({ ...unpinned, if: 'true', allow: { ...allow, KW3212: 'a switch for later' } }),
  ],
  'a permission of what the pipeline itself is told of': {
    allow: { KW3105: 'the step comes and goes' },
    gates: { ship: 'approval' },
    steps: [command({ key: 'ship', command: 'ship' }), block({ block: 'Release' }), command({ command: 'a' })],
  },
  'a permission of what would stop the upload': {
    allow: { KW3104: 'the gate is in the parent' },
    gates: { build: 'release' },
    steps: [
      command({ key: 'build', command: 'a' }),
      block({ key: 'release', block: 'Release' }),
      command({ command: 'b' }),
    ],
  },
  'a rule that is not asked': { allow: { KW5007: 'they are short' }, steps: [command({ command: 'a' })] },
  'a rule that is asked': {
    pipeline: { allow: { KW5007: 'they are short' }, steps: [command({ command: 'a' })] },
    options: { also: ['KW5007'] },
  },
  'no permissions': { allow: {}, steps: [command({ command: 'a', allow: {} })] },
}
