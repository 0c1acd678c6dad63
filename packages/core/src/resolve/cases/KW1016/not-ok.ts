import { block, command, group, input, trigger, wait } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const given = (value?: unknown) => command(value as never)

export default {
  nothing: [given()],
  null: [given(null)],
  'a text': [given('npm test')],
  'a list': [given(['npm test'])],
  'a list of attributes': [given([{ command: 'npm test' }])],
  'a number': [given(5)],
  'a function': [given(() => ({ command: 'npm test' }))],
  'a block': [block('Go' as never), unit],
  'an input': [input('Notes' as never), unit],
  'a trigger': [trigger('deploy' as never)],
  'a wait': [unit, wait('all' as never), command({ command: 'b' })],
  'a group': [unit, group([unit] as never)],
  'in a group': [group({ group: 'Tests', steps: [unit, given('npm test')] })],
  'alone in a group': [group({ group: 'Tests', steps: [given('npm test')] })],
  'a step depends on it too': ((step: ReturnType<typeof given>) => [
    step,
    command({ command: 'deploy', depends_on: step }),
  ])(given('npm test')),
}
