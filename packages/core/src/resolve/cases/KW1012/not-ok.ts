import { command, externalStep, group, plugin } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const withItself = (wrap: (list: unknown[]) => unknown) => {
  const list: unknown[] = [unit]
  list.push(wrap(list))
  return list
}

export default {
  'a plain object': [unit, { command: 'npm test' }],
  'a copy by spreading': [{ ...unit }],
  'a text': [unit, 'npm test'],
  'the word wait': [unit, 'wait'],
  'a text of forty characters': [unit, 'x'.repeat(40)],
  'a text of forty-one characters': [unit, 'x'.repeat(41)],
  'a number': [unit, 5],
  zero: [unit, 0],
  true: [unit, true],
  'a function': [unit, () => unit],
  'a promise': [unit, Promise.resolve(unit)],
  'a step of another upload': [unit, externalStep('deploy')],
  'a plugin': [unit, plugin('docker#v5.13.0')],
  'in a nested list': [unit, [[{ command: 'npm test' }]]],
  'behind what vanishes': [unit, false, { command: 'npm test' }],
  'before a step': [{ command: 'npm test' }, unit],
  'in a group': [group({ group: 'Tests', steps: [unit, 'npm test' as never] })],
  'alone in a group': [group({ group: 'Tests', steps: ['npm test' as never] })],
  'in a list of a group': [group({ group: 'Tests', steps: [unit, ['npm test' as never]] })],
  'in a pipeline with attributes': { env: { A: '1' }, steps: [unit, 'npm test'] },
  'a step depends on it too': (() => {
    const plain = { command: 'npm test' }
    return [plain, command({ command: 'deploy', depends_on: plain as never })]
  })(),
  'a list that holds itself': withItself((list) => list),
  'a list that holds itself inside another': [withItself((list) => list)],
  'a list that holds itself deeper': withItself((list) => [list]),
}
