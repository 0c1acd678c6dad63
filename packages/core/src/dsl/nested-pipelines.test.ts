import { expect, test } from 'vitest'
import { command } from './command.ts'
import { definePipeline } from './define-pipeline.ts'
import { group } from './group.ts'
import { nestedPipelines } from './nested-pipelines.ts'

const one = definePipeline([command({ command: 'one' })])
const other = definePipeline([command({ command: 'other' })])

test('pipelines are found in lists and groups, however deep', () => {
  const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], other)
  expect(nestedPipelines([one, deep])).toEqual([one, other])
  expect(nestedPipelines({ steps: [group({ group: 'g', steps: [one] as never })] })).toEqual([one])
})

test('a list that stands twice in itself, or many times in others, is looked through once', () => {
  const own: unknown[] = [one]
  own.push(own, own)
  expect(nestedPipelines(own)).toEqual([one])
  const shared = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner, inner], other)
  expect(nestedPipelines([shared])).toEqual([other, other])
})
