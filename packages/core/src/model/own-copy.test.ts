import { expect, test } from 'vitest'
import { definePipeline } from '../dsl/define-pipeline.ts'
import { evaluatePipeline } from '../dsl/evaluate-pipeline.ts'
import { command } from '../dsl/command.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { matrix } from '../dsl/matrix.ts'
import { plugin } from '../dsl/plugin.ts'
import { frozenCopy, maximumValues, tooLarge } from './own-copy.ts'

test('what an author changes later changes no step, and his own values stay his', () => {
  const env: Record<string, unknown> = { A: '1', nested: [{ a: 1 }] }
  const config = { image: ['a'] }
  const setup = { os: ['linux'] }
  const step = command({
    command: 'x',
    env,
    plugins: [plugin('docker#v1.0.0', config)],
    matrix: matrix(setup),
  } as never)
  env['A'] = '2'
  ;(env['nested'] as unknown[]).push('late')
  config.image.push('late')
  setup.os.push('late')
  expect([step.env, step.plugins, step.matrix]).toEqual([
    { A: '1', nested: [{ a: 1 }] },
    [{ ref: 'docker#v1.0.0', config: { image: ['a'] } }],
    { setup: { os: ['linux'] } },
  ])
})

test('what a step holds cannot be changed', () => {
  const step = command({ command: ['x'], env: { A: '1' } })
  expect(() => Object.assign(step.env as object, { A: '2' })).toThrow(TypeError)
  expect(() => (step.command as string[]).push('y')).toThrow(TypeError)
})

test("a pipeline's list is as it was when it was given", () => {
  const steps = [command({ command: 'a' })]
  const pipeline = definePipeline(steps)
  steps.push(command({ command: 'b' }))
  expect(evaluatePipeline(pipeline, {} as never)).toMatchObject({ value: [{ command: 'a' }] })
})

test('steps and expressions are themselves in a copy', () => {
  const [step, text] = [command({ command: 'a' }), interpolated('$A')]
  expect(frozenCopy([step, [text]])).toEqual([step, [text]])
  expect((frozenCopy([step]) as unknown[])[0]).toBe(step)
})

test('a value that holds itself has a copy that does', () => {
  const list: unknown[] = []
  list.push(list)
  const copy = frozenCopy({ list }) as { list: unknown[] }
  expect(copy.list[0]).toBe(copy.list)
  expect(copy.list).not.toBe(list)
})

test('what would be written out for ever is given up', () => {
  let doubled: unknown = ['x']
  for (let level = 0; level < 40; level++) doubled = [doubled, doubled]
  expect([doubled, Array.from({ length: maximumValues + 1 })].map(frozenCopy)).toEqual([tooLarge, tooLarge])
})
