import { block, command, group, input, trigger, wait } from '@kitewright/core'

const condition = { if: 'build.tag != null' }
const branches = { branches: 'main' }
const unit = command({ label: 'Unit', command: 'npm test' })
const test = command({ label: 'Test', command: 'npm run e2e' })
const lint = command({ label: 'Lint', command: 'npm run lint' })

export default {
  'a command with one of them': [command({ command: 'a', ...condition }), command({ command: 'b', ...branches })],
  'a wait with one of them': [unit, wait(condition), lint, wait(branches), test],
  'a block with one of them': [unit, block({ block: 'A', ...condition }), block({ block: 'B', ...branches }), lint],
  'an input with one of them': [input({ input: 'A', ...condition }), input({ input: 'B', ...branches })],
  'a trigger with one of them': [trigger({ trigger: 'a', ...condition }), trigger({ trigger: 'b', ...branches })],
  'a group and a step in it': [group({ group: 'A', ...condition, steps: [command({ command: 'a', ...branches })] })],
  'branches that are compared in the condition': [
    command({ command: 'a', if: 'build.branch == "main" && build.tag != null' }),
  ],
}
