import { block, command, input, trigger, wait } from '@kitewright/core'

const on = (branches: string) => [command({ command: 'a', branches })]
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'npm run lint' })

export default {
  'between slashes': on('/main/'),
  'a single character between slashes': on('/a/'),
  'from the beginning': on('^main'),
  'to the end': on('main$'),
  'to the end of each of two': on('main$|develop$'),
  'a dollar sign before a digit': on('main$1'),
  'an escape': on('release-1\\.2'),
  'an opening bracket': on('(main'),
  'a closing bracket': on('main)'),
  'a class of characters': on('v[0-9]'),
  'a class of one character': on('v[1]'),
  'alternatives, which are no list': on('^(main|develop)$'),
  'slashes inside': on('^feature/(a|b)/'),
  'a slash in front, and others inside': on('/feature/(a|b)'),
  'slashes inside that are escaped already': on('/feature\\/.*/'),
  'one item of a list': [command({ command: 'a', branches: ['main', '^develop$'] })],
  'a wait': [unit, wait({ branches: '^main$' }), lint],
  'a block': [unit, block({ block: 'Release', branches: '^main$' }), lint],
  'an input': [input({ input: 'Name', branches: '^main$' })],
  'a trigger': [trigger({ trigger: 'shop', branches: '^main$' })],
  'in raw': [command({ command: 'a', raw: { branches: '^main$' } })],
}
