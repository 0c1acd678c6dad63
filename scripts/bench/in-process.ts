import { Pipeline } from '@buildkite/buildkite-sdk'
import { compile, type Definition } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { command, type CommandStep } from 'kitewright'

const attributes = (index: number) => ({
  label: `:test_tube: Step ${index}`,
  key: `step-${index}`,
  command: ['npm ci', `npm test -- --shard=${index}`],
  env: { SHARD: String(index), NODE_ENV: 'test' },
  retry: { automatic: [{ exit_status: -1, limit: 2 }] },
})

function definition(count: number): Definition {
  let previous: CommandStep | undefined
  const steps = Array.from({ length: count }, (_, index) => {
    previous = command({ ...attributes(index), depends_on: previous })
    return previous
  })
  return { value: steps, trace: {} }
}

function untilJson(count: number): number {
  const made = definition(count)
  return milliseconds(() => emitJson(compile(made).wire, { indent: 0 }))
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What large pipelines take inside one process, as lines of a table. */
export function inProcess(): readonly (readonly string[])[] {
  const ten = untilJson(10_000)
  const hundred = untilJson(100_000)
  const { wire } = compile(definition(10_000))
  const ours = milliseconds(() => emitYaml(wire))
  const pipeline = new Pipeline()
  for (let index = 0; index < 10_000; index++)
    pipeline.addStep({ ...attributes(index), depends_on: `step-${index - 1}` })
  const theirs = milliseconds(() => pipeline.toYAML())
  return [
    line('10,000 steps resolved, checked, written as JSON', ten, ''),
    line('100,000 steps resolved, checked, written as JSON', hundred, `${(hundred / ten).toFixed(1)} × the above`),
    line('10,000 steps as YAML', ours, `${(ours / theirs).toFixed(2)} × the SDK's`),
    line("10,000 steps by the SDK's toYAML", theirs, ''),
  ]
}

function line(name: string, time: number, ratio: string): readonly string[] {
  return [name, `${time.toFixed(0)} ms`, ratio]
}
