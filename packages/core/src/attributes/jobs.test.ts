import { expect, test } from 'vitest'
import { command } from '../dsl/command.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { jobCount } from './jobs.ts'

test.each<[string, Step, number]>([
  ['a command', command({ command: 'a' }), 1],
  ['parallel jobs', command({ command: 'a', parallelism: 3 }), 3],
  ['no parallel jobs', command({ command: 'a', parallelism: 0 }), 0],
  ['a number that the agent fills in', command({ command: 'a', raw: { parallelism: '$N' } }), 1],
  ['a matrix', command({ command: 'a', matrix: ['a', 'b'] }), 2],
  [
    'a matrix of parallel jobs, which Buildkite refuses',
    command({ command: 'a', matrix: ['a', 'b'], parallelism: 3 }),
    2,
  ],
  ['a trigger', trigger({ trigger: 'a' }), 1],
  ['a trigger, which has no matrix', trigger({ trigger: 'a', raw: { matrix: ['a', 'b'] } }), 1],
  ['a wait, which runs nothing', wait(), 0],
])('%s: %#', (_, step, expected) => {
  expect(jobCount(resolve({ value: [step], trace: {} }).graph.nodes[0]!)).toBe(expected)
})
