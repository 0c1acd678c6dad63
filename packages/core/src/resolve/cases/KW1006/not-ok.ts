import { block, command, group, input, sequence, trigger, wait } from '@kitewright/core'

const dependent = (step: ReturnType<typeof command>) =>
  command({ label: 'Deploy', command: 'deploy', depends_on: step })
const without = (options: object) => {
  const step = command({ command: 'npm test', ...options })
  return [step, dependent(step)]
}

export default {
  'no label': without({}),
  'an empty label': without({ label: '' }),
  'an emoji alone': without({ label: ':test_tube:' }),
  'two emojis': without({ label: ':test_tube: :rocket:' }),
  'marks alone': without({ label: '— … —' }),
  'letters that are not ASCII': without({ label: 'Тест' }),
  'a command of forty characters': without({ command: `make ${'x'.repeat(35)}` }),
  'a command of forty-one characters': without({ command: `make ${'x'.repeat(36)}` }),
  'a command of several lines': without({ command: 'npm ci\nnpm test' }),
  'a list of commands': without({ command: ['npm ci', 'npm test'] }),
  'two steps depend on it': (() => {
    const step = command({ command: 'npm test' })
    return [step, dependent(step), command({ label: 'Second', command: 'second', depends_on: step })]
  })(),
  'a wait': (() => {
    const barrier = wait()
    return [
      command({ command: 'a' }),
      barrier,
      command({ command: 'b' }),
      command({ command: 'c', depends_on: barrier }),
    ]
  })(),
  'a group': (() => {
    const tests = group({ group: ':test_tube:', steps: [command({ command: 'a' })] })
    return [tests, command({ command: 'b', depends_on: tests })]
  })(),
  'a block': (() => {
    const gate = block({ block: ':lock:' })
    return [gate, command({ command: 'b', depends_on: gate })]
  })(),
  'an input': (() => {
    const notes = input({ input: ':memo:' })
    return [notes, command({ command: 'b', depends_on: notes })]
  })(),
  'a trigger': (() => {
    const deploy = trigger({ trigger: 'deploy' })
    return [deploy, command({ command: 'b', depends_on: deploy })]
  })(),
  'a sequence of steps without labels': sequence(command({ command: 'npm ci' }), command({ command: 'npm test' })),
}
