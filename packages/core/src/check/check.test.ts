import { expect, test } from 'vitest'
import { compile, type CompileOptions } from '../compile.ts'
import { command } from '../dsl/command.ts'
import { interpolated } from '../dsl/interpolated.ts'
import type { PipelineValue } from '../model/pipeline.ts'

/** Each diagnostic as `CODE path`. */
function found(value: PipelineValue, options: CompileOptions = {}): readonly string[] {
  const { diagnostics } = compile({ value, trace: {} }, options)
  return diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
}

test('rules that are off answer when they are asked, by code or the beginning of one', () => {
  const steps = [command({ label: 'Deploy', command: 'deploy' })]
  const asked = [{}, { also: ['KW5004'] }, { also: ['KW5'] }]
  expect(asked.map((options) => found(steps, options))).toEqual([
    [],
    ['KW5004 steps.0'],
    ['KW5004 steps.0', 'KW5005 steps.0', 'KW5006 steps.0'],
  ])
})

test('a rule may be raised to an error', () => {
  const value = [command({ command: 'a', plugins: ['ours/checks'] })]
  const compiled = [{}, { raise: ['KW5'] }].map((options) => compile({ value, trace: {} }, options))
  const severities = compiled.map(({ diagnostics }) => diagnostics.map(({ severity }) => severity))
  expect(severities).toEqual([['warning'], ['error']])
})

test('raw takes an attribute out of type checking, and out of nothing else', () => {
  expect(
    found([command({ command: 'a', raw: { concurrency: 1, if: 'build.branhc', plugins: ['ours/checks'], skip: [] } })]),
  ).toEqual(['KW3001 steps.0.concurrency', 'KW3202 steps.0.if', 'KW5001 steps.0.plugins.0'])
})

test('what the agent fills in is not judged before', () => {
  expect(
    found([
      command({
        command: 'a',
        if: interpolated('$COND'),
        plugins: [interpolated('$PLUGIN')],
        parallelism: interpolated('$N'),
      }),
    ]),
  ).toEqual([])
})
