import { interpolatedKey, interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { decodeKind } from './decode-kind.ts'

const one = { [interpolatedText]: '$ONE' }

const table: readonly (readonly [kind: string, steps: readonly unknown[]])[] = [
  [
    'command',
    [
      { command: 'a', wait: null },
      { plugins: ['p#v1'], wait: null },
      { type: 'script' },
      { commands: 'b', command: 'a' },
      { command: ['a', 2, true, null, one] },
      { command: 'a', env: { A: 1, B: null, C: one, D: undefined } },
      { command: 'a', plugins: { 'docker#v1': { a: 'b' } } },
      { command: 'a', plugins: null, cache: null, checkout: null, matrix: null, env: null, label: null },
      { command: 'a', secrets: [{ key: 'a', environment_variable: null }, 'b'] },
      { command: 'a', secrets: { A: 'b' } },
      { command: 'a', cache: { paths: 'x', disabled: true, any: ['thing'] } },
      { command: 'a', checkout: { skip: true, depth: 5, foo: [1], flags: { clone: '-v' } } },
      { command: 'a', matrix: { setup: { os: 'l' }, adjustments: [{ with: { os: 5 }, skip: [] }] } },
      { command: 'a', any: { nested: ['thing'] } },
      { command: 'a', cache: { '': true }, checkout: { flags: { '': 5 } } },
      { command: 'a', env: { [interpolatedKey('$A')]: 'a' }, secrets: ['', one] },
    ],
  ],
  ['wait', ['wait', 'waiter', { wait: null }, { waiter: {}, block: 'b' }, { type: 'waiter', env: { a: [] } }]],
  [
    'block',
    ['block', 'manual', { block: 'b' }, { manual: 'm' }, { type: 'manual' }, { trigger: 't', block: { a: 1 } }],
  ],
  ['input', ['input', { input: null }, { type: 'input' }]],
  ['trigger', [{ trigger: 't', group: 'g' }, { type: 'trigger' }]],
  [
    'group',
    [
      { group: 'g' },
      { group: null, label: 'l', steps: ['wait'] },
      { type: 'group', label: 'l', steps: ['foo'] },
      { group: 'g', if: 'true', steps: ['foo', { command: { a: 1 } }] },
      { group: 'g', steps: [{ group: 'h', depends_on: 'x', steps: ['foo'] }] },
      { group: 'g', steps: null, '': [{ key: '' }] },
    ],
  ],
  [
    'unknown',
    [
      'foo',
      'constructor',
      {},
      { script: 'a' },
      { label: 'x' },
      { command: undefined },
      { type: 'commands', command: 'a' },
      { commands: ['c'], command: ['d'] },
      { command: { a: 1 } },
      { command: 'a', env: { A: { b: 'c' } } },
      { command: 'a', env: ['A=1'] },
      { command: 'a', plugins: 'docker#v1' },
      { command: 'a', plugins: [1] },
      { command: 'a', secrets: null },
      { command: 'a', secrets: 'x' },
      { command: 'a', secrets: { X: 5 } },
      { command: 'a', secrets: [{ key: '' }] },
      { command: 'a', cache: 5 },
      { command: 'a', checkout: true },
      { command: 'a', checkout: { skip: 'true' } },
      { command: 'a', checkout: { depth: '5' } },
      { command: 'a', checkout: { flags: { clone: true } } },
      { command: 'a', matrix: 'x' },
      { command: 'a', matrix: { setup: null } },
      { command: 'a', matrix: { setup: ['a'], adjustments: [{ with: ['b'] }] } },
      { command: 'a', matrix: { setup: { n: [1.5] }, adjustments: [{ with: { n: 1.5 } }] } },
      { command: 'a', '': 'the agent reads this as each absent field' },
      { command: 'a', cache: { '': 'a' } },
      { command: 'a', matrix: { adjustments: [{ with: 1e300 }] } },
      { command: 2 ** 63 },
      { group: 'g', '': [{ key: '' }] },
      { group: 'g', steps: ['foo'] },
      { group: 'g', steps: [{ group: 'h', steps: ['foo'] }] },
      { group: 'g', if: 'true', steps: [5] },
      { group: 'g', steps: 'wait' },
    ],
  ],
  ['refused', [5, null, ['wait'], { type: 5, command: 'a' }]],
]

test.for(table)('steps that the agent takes for: %s', ([kind, steps]) => {
  expect(steps.map((step) => [decodeKind(step), step])).toEqual(steps.map((step) => [kind, step]))
})
