import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { externalStep } from '../dsl/external-step.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { wait } from '../dsl/wait.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { namedPrerequisites, prerequisites } from './prerequisites.ts'

const onMain = { if: 'build.branch == "main"' }
const a = command({ key: 'a', command: 'a' })
const gate = block({ key: 'gate', block: 'b' })
const tolerant = { allow_dependency_failure: true }

/** What the last step waits for: by name, otherwise by order, with what it says of each. */
function told(steps: readonly Step[]): readonly string[] {
  const { graph } = resolve({ value: steps, trace: {} })
  const name = (index: number): string => graph.nodes[index]?.key ?? `${graph.nodes[index]?.kind} ${index}`
  return prerequisites(graph.nodes.at(-1)!, graph).map(({ step, by, ofGroup, toleratesFailure, insteadOf }) =>
    [
      `${name(step)} by ${by}`,
      ofGroup && 'of its group',
      toleratesFailure && 'even failed',
      insteadOf.length > 0 && `without ${insteadOf.map(name).join(', ')}`,
    ]
      .filter(Boolean)
      .join(', '),
  )
}

test.each<[string, readonly Step[], readonly string[]]>([
  ['the first step', [command({ command: 'b' })], []],
  ['a step that names another', [a, gate, command({ command: 'b', depends_on: a })], ['a by depends_on']],
  ['a step of another upload', [a, gate, command({ command: 'b', depends_on: externalStep('x') })], []],
  [
    'a step that tolerates the failure of one that it names',
    [a, gate, command({ command: 'b', depends_on: [{ step: 'a', allow_failure: true }, 'gate'] })],
    ['a by depends_on, even failed', 'gate by depends_on'],
  ],
  [
    'a step that tolerates failures',
    [a, gate, command({ command: 'b', depends_on: [a, gate], ...tolerant })],
    ['a by depends_on, even failed', 'gate by depends_on, even failed'],
  ],
  ['a step behind a barrier', [a, gate, command({ command: 'b' })], ['gate by barrier']],
  [
    'a step behind barriers that may be absent',
    [wait(), a, block({ key: 'rare', block: 'b', ...onMain }), command({ command: 'b', ...tolerant })],
    ['rare by barrier, even failed', 'wait 0 by barrier, even failed, without rare'],
  ],
  ['an input', [a, gate, input({ input: 'b' })], []],
  ['an input that names another step', [a, gate, input({ input: 'b', depends_on: a })], ['a by depends_on']],
  ['a wait', [gate, a, wait()], ['a by order', 'gate by order']],
  [
    'a wait that goes on after failures',
    [a, gate, wait({ continue_on_failure: true })],
    ['gate by order, even failed', 'a by order, even failed'],
  ],
  [
    'a wait that goes on after failures, but not after those of a wait',
    [a, wait(), command({ key: 'c', command: 'c' }), wait({ continue_on_failure: true })],
    ['c by order, even failed', 'wait 1 by order'],
  ],
  [
    'a block, which does not go on after failures',
    [a, gate, command({ key: 'c', command: 'c' }), block({ block: 'b', raw: { continue_on_failure: true } })],
    ['c by order', 'gate by order'],
  ],
  [
    'a step in a group',
    [a, wait(), group({ group: 'g', steps: [block({ key: 'own', block: 'b' }), command({ command: 'b' })] })],
    ['own by barrier', 'wait 1 by barrier, of its group'],
  ],
  [
    'a step that tolerates failures, in a group',
    [a, wait(), group({ group: 'g', steps: [command({ command: 'b', ...tolerant })] })],
    ['wait 1 by barrier, of its group, even failed'],
  ],
  [
    'a step in a group that tolerates failures',
    [a, group({ group: 'g', depends_on: a, ...tolerant, steps: [command({ command: 'b' })] })],
    ['a by depends_on, of its group, even failed'],
  ],
])('what %s waits for', (_, steps, expected) => {
  expect(told(steps)).toEqual(expected)
})

test('by name a step waits for its own dependencies and those of its group, and a group for its steps too', () => {
  const inside = command({ command: 'b', depends_on: [a, externalStep('x')] })
  const steps = [a, gate, group({ group: 'g', depends_on: gate, steps: [inside, command({ command: 'c' })] })]
  const { nodes } = resolve({ value: steps, trace: {} }).graph
  expect(nodes.map((node) => namedPrerequisites(node, nodes))).toEqual([[], [], [1, 3, 4], [0, 1], [1]])
})
