import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { Step } from '../model/step.ts'
import { resolve } from './resolve.ts'

const nodesOf = (steps: readonly Step[]) => resolve({ value: steps, trace: {} }).graph.nodes
const idsOf = (steps: readonly Step[]): readonly string[] => nodesOf(steps).map(({ id }) => id)

test('steps are identified by their keys, else by what was written', () => {
  const steps = [
    command({ label: ':docker: Unit', command: 'npm test' }),
    command({ label: 'Unit', command: 'npm test' }),
    command({ key: 'unit', command: 'npm test' }),
    command({ command: ['npm ci', 'npm test'] }),
    command({ command: 'npm ci' }),
    command({ key: interpolated('$KEY'), command: 'a' }),
    wait(),
    group({ group: 'Tests', steps: [command({ command: 'npm ci' }), wait(), wait()] }),
    group({ group: ':lock:', steps: [wait()] }),
    block({ block: '🚀' }),
    trigger({ trigger: 'docs-site' }),
    wait(),
  ]
  expect(idsOf(steps)).toEqual([
    'unit#2',
    'unit#3',
    'unit',
    'command/npm-ci#1',
    'command/npm-ci#2',
    '$KEY',
    'wait#1',
    'tests',
    'tests/command/npm-ci#1',
    'tests/wait#1',
    'tests/wait#2',
    'group#1',
    'group#1/wait#1',
    'block#1',
    'trigger/docs-site#1',
    'wait#2',
  ])
})

test('steps are labelled by what was written, else by what they run, else by their kind', () => {
  const steps = [
    command({ label: ':docker: Unit', command: 'npm test' }),
    command({ label: interpolated('Unit $N'), command: 'npm test' }),
    command({ key: 'unit', command: 'npm ci\nnpm test' }),
    block({ block: 'Release' }),
    group({ group: 'Tests', steps: [wait()] }),
    trigger({ trigger: 'docs-site', label: '' }),
  ]
  expect(nodesOf(steps).map(({ label }) => label)).toEqual([
    ':docker: Unit',
    'Unit $N',
    'npm ci',
    'Release',
    'Tests',
    'wait',
    'docs-site',
  ])
})

const text = fc.constantFrom('a', 'b', 'a#1', 'a#2', 'wait#1', 'command/a#1', '')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ key: fc.option(text, { nil: undefined }), label: fc.option(text, { nil: undefined }), command: text })
    .map((options) => command(options)),
  fc.constant(undefined).map(() => wait()),
)
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: step },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, fc.array(step, { minLength: 1, maxLength: 3 }))
        .map(([name, inside]) => group({ group: name, steps: inside })),
    },
  ),
  { maxLength: 8 },
)

test('no two steps have the same id, whatever their keys are', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const ids = idsOf(list)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every((id) => id.length > 0)).toBe(true)
    }),
  )
})

test('a step that is inserted changes the ids of none that is called otherwise', () => {
  fc.assert(
    fc.property(steps, fc.nat(8), (list, position) => {
      const added = command({ key: 'added', command: 'added' })
      const more = list.toSpliced(position, 0, added)
      expect(idsOf(more).filter((id) => id !== 'added')).toEqual(idsOf(list))
    }),
  )
})
