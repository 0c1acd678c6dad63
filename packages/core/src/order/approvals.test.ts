import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { wait } from '../dsl/wait.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { alwaysWaitsFor } from './approvals.ts'

const gate = block({ key: 'gate', block: 'Release?' })
const onMain = { if: 'build.branch == "main"' }
const other = command({ key: 'other', command: 'a', depends_on: [] })

function ship(options: object = {}): Step {
  return command({ key: 'ship', command: 'ship', ...options })
}

test.each<[string, readonly Step[], boolean]>([
  ['behind the gate', [gate, ship()], true],
  ['before the gate', [ship(), gate], false],
  ['that names the gate', [gate, ship({ depends_on: gate })], true],
  ['that names another step', [gate, other, ship({ depends_on: other })], false],
  ['that names one behind the gate', [gate, command({ key: 'b', command: 'b' }), ship({ depends_on: 'b' })], true],
  [
    'that names one that may be absent',
    [gate, command({ key: 'b', command: 'b', ...onMain }), ship({ depends_on: 'b' })],
    false,
  ],
  [
    'that names one as rare as itself',
    [gate, command({ key: 'b', command: 'b', ...onMain }), ship({ depends_on: 'b', ...onMain })],
    true,
  ],
  ['that may fail the gate', [gate, ship({ depends_on: [{ step: 'gate', allow_failure: true }] })], false],
  ['that tolerates failures', [gate, ship({ allow_dependency_failure: true })], false],
  ['behind a wait after the gate', [gate, wait(), ship()], true],
  ['behind a wait that the gate comes before', [gate, other, wait(), ship()], true],
  ['behind a wait that may be absent', [gate, other, wait(onMain), ship()], true],
  [
    'behind a block that may be absent and names another',
    [other, gate, ship(), block({ block: 'b', ...onMain, depends_on: other }), ship({ key: 'late' })],
    true,
  ],
  [
    'behind a block as rare as itself, after a wait before the gate',
    [other, wait(), gate, command({ key: 'b', command: 'b' }), block({ block: 'b', ...onMain }), ship(onMain)],
    true,
  ],
  ['in a group behind the gate', [gate, group({ group: 'g', steps: [ship()] })], true],
  ['in a group that names the gate', [gate, group({ group: 'g', depends_on: gate, steps: [ship()] })], true],
  [
    'that names a group behind the gate',
    [gate, group({ group: 'g', key: 'g', steps: [command({ command: 'b' })] }), ship({ depends_on: 'g' })],
    true,
  ],
  [
    'behind a block in a group that tolerates failures and may be absent, but the group stands behind the gate',
    [
      gate,
      wait(),
      group({ group: 'g', steps: [block({ block: 'b', ...onMain, allow_dependency_failure: true }), ship()] }),
    ],
    true,
  ],
  ['that is a group without steps', [gate, group({ group: 'Ship', key: 'ship', depends_on: gate, steps: [] })], false],
  [
    'that is a group behind the gate',
    [gate, group({ group: 'Ship', key: 'ship', steps: [command({ command: 'b' })] })],
    true,
  ],
])('whether a step %s always waits for the gate', (_, steps, expected) => {
  const { graph } = resolve({ value: steps, trace: {} })
  const [step, awaited] = ['ship', 'gate'].map((key) => graph.nodes.find((node) => node.key === key)!)
  expect(alwaysWaitsFor(graph, step!, awaited!)).toBe(expected)
})
