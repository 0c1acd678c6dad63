import { block, command, group, input, trigger } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const field = (more: object) => [block({ block: 'Go', fields: [more as never] }), command({ command: 'a' })]

export default {
  'a command step without a command': [command({ label: 'Unit' } as never)],
  'a command step of nothing': [command({} as never)],
  'a command that is undefined': [command({ command: undefined as never })],
  'a command step with another attribute in raw': [command({ label: 'Unit', raw: { teleport: 'mars' } } as never)],
  'a block without a name': [block({} as never), unit],
  'an input without a name': [input({ prompt: 'Sure?' } as never), unit],
  'a trigger without a pipeline': [trigger({ label: 'Deploy' } as never)],
  'a group without a name': [group({ steps: [unit] } as never)],
  'in a group': [group({ group: 'Tests', steps: [command({ label: 'Unit' } as never)] })],
  'a field without a key': field({ text: 'Summary' }),
  'options without a value': field({ select: 'Stream', key: 'stream', options: [{ label: 'Beta' }] }),
  'a select field without options': field({ select: 'Stream', key: 'stream' }),
  'an adjustment without its combination': [
    command({
      command: 'npm test {{matrix.os}}',
      matrix: { setup: { os: ['a', 'b'] }, adjustments: [{ skip: true } as never] },
    }),
  ],
  'a matrix without setup': [command({ command: 'npm test', matrix: { adjustments: [] } as never })],
  'if_changed without include': [command({ command: 'npm test', if_changed: { exclude: '*.md' } as never })],
  'a secret without its key': [command({ command: 'npm test', secrets: [{ environment_variable: 'A' } as never] })],
  'a sparse checkout without paths': [command({ command: 'npm test', checkout: { sparse: {} as never } })],
  'a message to Slack without channels': [
    command({ command: 'npm test', notify: [{ slack: { message: 'Done' } as never }] }),
  ],
  'a notification without its service': [
    command({ command: 'npm test', notify: [{ if: 'build.env("A") == "1"' } as never] }),
  ],
}
