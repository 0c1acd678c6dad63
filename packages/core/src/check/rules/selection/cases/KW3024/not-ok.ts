import { block, command, input, trigger, wait } from '@kitewright/core'

const on = (branches: string) => [command({ command: 'a', branches })]
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'npm run lint' })

export default {
  'a comma': on('main,develop'),
  'a semicolon': on('main;develop'),
  'an upright stroke': on('main|develop'),
  'two strokes with blanks around': on('main || develop'),
  'commas and blanks': on('main, develop ,release/*'),
  'a comma at the end': on('main,'),
  'a comma at the beginning': on(',main'),
  'one item of a list': [command({ command: 'a', branches: ['main', 'develop,staging'] })],
  'a wait': [unit, wait({ branches: 'main,develop' }), lint],
  'a block': [unit, block({ block: 'Release', branches: 'main,develop' }), lint],
  'an input': [input({ input: 'Name', branches: 'main,develop' })],
  'a trigger': [trigger({ trigger: 'shop', branches: 'main,develop' })],
  'in raw': [command({ command: 'a', raw: { branches: 'main,develop' } })],
}
