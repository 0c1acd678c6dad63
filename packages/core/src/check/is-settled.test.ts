import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import { resolve } from '../resolve/resolve.ts'
import { wire } from '../wire/wire.ts'
import { check } from './check.ts'
import { doubtsAbout, everyDoubt } from './doubts.ts'
import { allSubjects } from './subjects.ts'

const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'lint' })
const names = [
  'if',
  'branches',
  'notify',
  'matrix',
  'retry',
  'soft_fail',
  'plugins',
  'env',
  'secrets',
  'fields',
  'cache',
  'concurrency',
  'concurrency_group',
  'if_changed',
  'skip',
  'build',
  'allow',
]
const filledIn = fc.constantFrom(interpolated('$A'), interpolated('{{matrix}} a'), interpolated('${A?'))
const words = fc.constantFrom(null, true, 0, -1, 1.5, '', '*', '{{matrix}}', '$A', 'x')
const leaf = fc.oneof(words, fc.string(), filledIn)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'if',
        'automatic',
        'setup',
        'adjustments',
        'with',
        'key',
        'options',
        'value',
        'default',
        'x',
        'exit_status',
        'limit',
        'manual',
      ),
      tie('value'),
    ),
  ),
}))
const attributes = fc.dictionary(fc.constantFrom(...names), value)
const step = fc
  .tuple(attributes, fc.constantFrom(command, block, trigger, wait))
  .map(([given, make]) =>
    (make as (options: object) => ReturnType<typeof command>)({ label: 'a', command: 'a', ...given }),
  )

test('whatever the attributes hold, nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(step, async (odd) => {
      const { diagnostics } = await compile({ value: [unit, odd, lint], trace: {} }, { also: ['KW'] })
      expect(Array.isArray(diagnostics)).toBe(true)
    }),
  )
})

test('what a glance takes for settled is', async () => {
  let spared = 0
  await fc.assert(
    fc.asyncProperty(step, async (odd) => {
      const { graph, problems } = resolve({ value: [unit, odd, lint], trace: {} })
      const checked = { graph, problems, pipeline: wire(graph) }
      const doubts = doubtsAbout(graph, checked.pipeline, {})
      if (doubts.arrives) spared += allSubjects.length - doubts.subjects.length
      expect(await check(checked, doubts)).toEqual(await check(checked, everyDoubt))
    }),
    { numRuns: 1000 },
  )
  expect(spared).toBeGreaterThan(1000)
})
