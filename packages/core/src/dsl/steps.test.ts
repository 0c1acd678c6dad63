import { expect, expectTypeOf, test } from 'vitest'
import type { CommandStep, Step } from '../model/step.ts'
import { block } from './block.ts'
import { command } from './command.ts'
import { definePipeline } from './define-pipeline.ts'
import { evaluatePipeline } from './evaluate-pipeline.ts'
import { group } from './group.ts'
import { input } from './input.ts'
import { interpolated } from './interpolated.ts'
import { plugin } from './plugin.ts'
import { sequence } from './sequence.ts'
import { trigger } from './trigger.ts'
import { wait } from './wait.ts'

const unit = command({ label: 'Unit', command: 'npm test' })

test('a step is a frozen plain object that shows what its author wrote and nothing else', () => {
  expect(Object.isFrozen(unit)).toBe(true)
  expect(Object.getPrototypeOf(unit)).toBe(Object.prototype)
  expect(Reflect.ownKeys({ ...unit })).toEqual(['label', 'command'])
  expect(JSON.stringify(unit)).toBe('{"label":"Unit","command":"npm test"}')
})

test('building checks nothing and never throws', () => {
  const anything = [undefined, null, 5, 'text', [], () => 1, Symbol('x'), new Date(0)]
  for (const value of anything) {
    for (const make of [command, block, input, wait, trigger, group, sequence, interpolated, plugin, definePipeline]) {
      expect(() => (make as (value: unknown) => unknown)(value)).not.toThrow()
    }
  }
})

test('a function that is async gives a promise, others do not', async () => {
  const context = {} as Parameters<typeof evaluatePipeline>[1]
  expect(evaluatePipeline(definePipeline([unit]), context)).toMatchObject({ value: [unit] })
  expect(
    evaluatePipeline(
      definePipeline(() => [unit]),
      context,
    ),
  ).toMatchObject({ value: [unit] })
  await expect(
    evaluatePipeline(
      definePipeline(async () => [unit]),
      context,
    ),
  ).resolves.toMatchObject({ value: [unit] })
})

test('types: what the author relies on', () => {
  expectTypeOf(unit).toEqualTypeOf<CommandStep>()
  expectTypeOf(command({ ...unit, label: 'x' })).toEqualTypeOf<CommandStep>()
  expectTypeOf(sequence(unit, [unit, false])).toEqualTypeOf<readonly Step[]>()
  command({ command: 'x', depends_on: [unit, 'key', false, [null]], timeout_in_minutes: interpolated('${T}') })
  definePipeline(({ build }) => [unit, build.branch === 'main' && [unit], build.pull_request && unit])
  command({ plugins: [{ 'docker#v5.12.0': { image: 'node' } }] })
  command({ command: 'x', env: { A: undefined }, agents: { queue: undefined } })
  // @ts-expect-error a misspelled attribute
  command({ command: 'x', timeout_in_minuts: 5 })
  // @ts-expect-error a block has no command
  block({ block: 'x', command: 'y' })
  // @ts-expect-error a number is no dependency
  command({ command: 'x', depends_on: 5 })
  // @ts-expect-error secrets are not interpolated
  command({ command: 'x', secrets: [interpolated('$X')] })
  // @ts-expect-error a pipeline is made of steps
  definePipeline([{ command: 'x' }])
})

test.each([undefined, null, 5, {}])('a pipeline of %j in a sequence is kept, to be reported as no step', (value) => {
  expect(sequence(definePipeline(value as never))).toEqual([{ pipeline: value }])
})
