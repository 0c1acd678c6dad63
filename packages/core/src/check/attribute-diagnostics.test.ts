import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { command } from '../dsl/command.ts'
import { definePipeline } from '../dsl/define-pipeline.ts'
import { evaluatePipeline } from '../dsl/evaluate-pipeline.ts'
import { group } from '../dsl/group.ts'
import type { PipelineValue } from '../model/pipeline.ts'

/** What is told of a pipeline: code, path and hint. */
async function told(value: unknown): Promise<readonly string[]> {
  const definition = await evaluatePipeline(definePipeline(value as PipelineValue), {} as never)
  const { diagnostics } = await compile(definition)
  return diagnostics.map(({ code, path, hint }) => `${code} ${path.join('.')}: ${hint}`)
}

test('a misspelling is caught through helpers and spreads, with what was meant', async () => {
  const defaults = { timeout_in_minute: 5 }
  const tested = (label: string): object => ({ label, command: 'make test', ...defaults })
  expect(
    await told([command(tested('Unit') as never), group({ group: 'g', steps: [command(tested('x') as never)] })]),
  ).toEqual([
    'KW1031 steps.0.timeout_in_minute: did you mean "timeout_in_minutes"?',
    'KW1031 steps.1.steps.0.timeout_in_minute: did you mean "timeout_in_minutes"?',
  ])
})

test('what stands in raw is let through, in a step and in the pipeline', async () => {
  const step = command({ raw: { command: ['make'], timeout_in_minutes: '5', to_come: true } } as never)
  expect(await told({ raw: { priority: 'high', to_come: 1 }, steps: [step] })).toEqual([])
})

test('text with a variable where a number is expected is perhaps meant for the agent', async () => {
  const hint = "write interpolated('…') if the uploading agent is to fill it in"
  expect(
    await told({
      priority: '$PRIORITY',
      steps: [command({ command: 'make', parallelism: '$N', checkout: { depth: '$N' } } as never)],
    }),
  ).toEqual([
    `KW1033 priority: ${hint}`,
    'KW1033 steps.0.checkout.depth: write a whole number',
    `KW1033 steps.0.parallelism: ${hint}`,
  ])
})
