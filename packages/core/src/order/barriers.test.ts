import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { wait } from '../dsl/wait.ts'
import type { Graph, Node } from '../model/graph.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { barrierBefore, blocksBeside, standsForAllBefore, stepLists, stepsBefore } from './barriers.ts'

const onMain = { if: 'build.branch == "main"' }

function step(): Step {
  return command({ command: 'a' })
}

function gate(options: object = {}): Step {
  return block({ block: 'b', ...options })
}

function graphOf(steps: readonly Step[]): Graph {
  return resolve({ value: steps, trace: {} }).graph
}

test('the lists of a pipeline are those of its steps outside groups and of each group', () => {
  expect(stepLists(graphOf([step(), group({ group: 'g', steps: [step()] }), step()]))).toEqual([
    { steps: [0, 1, 3], runs: [] },
    { steps: [2], runs: [] },
  ])
})

test.each<[string, readonly Step[], { readonly barriers: readonly number[]; readonly isSure: boolean }]>([
  ['a wait', [wait()], { barriers: [0], isSure: true }],
  ['of waits the last', [wait(), wait()], { barriers: [1], isSure: true }],
  ['of waits the last that is there', [wait(), wait(onMain)], { barriers: [1, 0], isSure: true }],
  ['waits that may all be absent', [wait(onMain), wait(onMain)], { barriers: [1, 0], isSure: false }],
  ['of blocks the last', [gate(), gate()], { barriers: [1], isSure: true }],
  ['a block before any wait', [gate(), wait()], { barriers: [0], isSure: true }],
  ['a block, otherwise the last wait', [wait(), gate(onMain), wait()], { barriers: [1, 2], isSure: true }],
  [
    'a block, then all waits that may be absent',
    [wait(onMain), gate(onMain), wait(onMain)],
    { barriers: [1, 2, 0], isSure: false },
  ],
])('side by side counts %s', (_, steps, { barriers, isSure }) => {
  const blocks = [...steps.keys()].filter((index) => 'block' in steps[index]!).toReversed()
  expect(stepLists(graphOf(steps))).toEqual([
    { steps: [...steps.keys()], runs: [{ from: 0, to: steps.length, barriers, isSure, blocks }] },
  ])
})

test.each<[string, (node: Node, graph: Graph) => unknown, readonly unknown[]]>([
  [
    'the nearest barrier before it',
    (node, graph) => barrierBefore(node, graph)?.index,
    [undefined, undefined, 1, 2, 2, 2, 5, 5, undefined, 8, 5],
  ],
  ['the blocks that a wait stands beside', blocksBeside, [[], [2], [], [], [], [], [], [], [], [], []]],
  [
    'the steps before it, up to a barrier that stands for them',
    (node, graph) => stepsBefore(node, graph, ({ kind }) => kind === 'wait'),
    [[], [0], [1], [2, 1], [2, 1], [4, 2, 1], [5], [6, 5], [], [8], [7, 6, 5]],
  ],
])('each step has %s', (_, tell, expected) => {
  const inside = group({ group: 'g', steps: [gate(), step()] })
  const graph = graphOf([step(), wait(), gate(), input({ input: 'i' }), step(), wait(), step(), inside, step()])
  expect(graph.nodes.map((node) => tell(node, graph))).toEqual(expected)
})

test.each<[string, Step, boolean]>([
  ['a wait', wait(), true],
  ['a block', gate(), true],
  ['one that names what it waits for', wait({ depends_on: [] }), false],
  ['one that goes on after failures', wait({ continue_on_failure: true }), false],
  ['one that tolerates failures', block({ block: 'b', allow_dependency_failure: true }), false],
  ['one that may be absent', wait(onMain), false],
])('%s stands for all steps before it: %j', (_, barrier, expected) => {
  const graph = graphOf([step(), barrier, step()])
  expect(standsForAllBefore(graph.nodes[1]!, graph)).toBe(expected)
})

test('a wait beside a block does not stand for the steps before it', () => {
  const graph = graphOf([step(), wait(), gate(onMain)])
  expect(standsForAllBefore(graph.nodes[1]!, graph)).toBe(false)
})
