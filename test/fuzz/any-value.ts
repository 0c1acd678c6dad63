import {
  block,
  command,
  definePipeline,
  externalStep,
  group,
  ifPresent,
  input,
  interpolated,
  matrix,
  plugin,
  sequence,
  trigger,
  wait,
} from '@kitewright/core'
import * as fc from 'fast-check'

/** Names that mean something to somebody. */
const names = fc.oneof(
  fc.constantFrom(
    'command',
    'label',
    'key',
    'env',
    'depends_on',
    'steps',
    'matrix',
    'setup',
    'adjustments',
    'with',
    'plugins',

    'if',
    'retry',
    'automatic',
    'soft_fail',
    'fields',
    'raw',
    'allow',
    'gates',
    'group',
    'block',
    'trigger',
    'step',
    'secrets',
    'cache',
    'notify',
    'agents',
    'concurrency',
    'branches',
    'build',
    '__proto__',
    'then',
    '',
  ),
  fc.string({ maxLength: 5 }),
)

const odd = fc.constantFrom<unknown[]>(
  undefined,
  null,
  NaN,
  Infinity,
  -0,
  2 ** 60,
  12n,
  Symbol('s'),
  Symbol.iterator,
  '',
  '\ud800',
  '$A',
  '${A:-',
  '{{matrix}}',
  '{{matrix.a}}',
  '/(a)\\1*/',
  '__proto__',
  'wait',
  'KW3101',

  () => 1,
  new Date(0),
  new Map([['a', 1]]),
  new Set([1]),
  /a/,
  new Error('e'),
  Object.create(null),
  Object.create({ own: 1 }),
  Object.assign([], { length: 5 }),
  Promise.resolve(1),
  new Proxy({ command: 'x' }, {}),
  new Proxy([1], {}),
  Object('text'),
  [[[]]],
)

const lone = command({ command: 'lone' })

type Function = (...args: readonly never[]) => unknown

const makers: readonly Function[] = [
  block,
  command,
  group,
  input,
  trigger,
  wait,
  plugin,
  externalStep,
  ifPresent,
  interpolated,
  sequence,
  definePipeline,
  matrix,
]

/** Any value, and what the public functions make of any values. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: odd },
    {
      weight: 2,
      arbitrary: fc.anything({ maxDepth: 1, withBigInt: true, withSparseArray: true, withNullPrototype: true }),
    },
    { weight: 2, arbitrary: fc.constantFrom<unknown[]>('echo', 'a', 'b', 1, 0, true, false, lone) },
    { weight: 4, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 6, arbitrary: fc.dictionary(names, tie('value'), { maxKeys: 4 }) },
    { weight: 4, arbitrary: tie('made') },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 2 }).map(inItself) },
  ),
  made: fc
    .tuple(fc.constantFrom(...makers), fc.array(tie('value'), { maxLength: 2 }))
    .map(([make, args]) => make(...(args as never[]))),
}))['value'] as fc.Arbitrary<unknown>

function inItself(list: unknown[]): unknown {
  return [...list, (list.push(list), list)]
}
