import { block, command, input, interpolated, trigger, wait } from '@kitewright/core'

const both = { if: 'build.tag != null', branches: 'main' }
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'npm run lint' })
const on = (branches: string | readonly string[]) => command({ command: 'a', if: 'build.tag != null', branches })

export default {
  'a command': [command({ command: 'a', ...both })],
  'a wait': [unit, wait(both), lint],
  'a block': [unit, block({ block: 'Release', ...both }), lint],
  'an input': [input({ input: 'Name', ...both })],
  'a trigger': [trigger({ trigger: 'shop', ...both })],
  'a name of every kind of character': [on('Release_1/2.x-y')],
  'no name': [command({ command: 'a', if: 'build.tag != null', branches: '' })],
  'several names': [on('main develop')],
  'a pattern': [on('release/*')],
  'an exclusion': [on('!main')],
  'a list': [on(['main'])],
  'branches that the agent fills in': [command({ command: 'a', ...both, branches: interpolated('$BRANCHES') })],
  'a condition that the agent fills in': [command({ command: 'a', ...both, if: interpolated('$CONDITION') })],
  'branches in raw': [command({ command: 'a', if: both.if, raw: { branches: both.branches } })],
}
