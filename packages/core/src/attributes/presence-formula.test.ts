import { expect, test } from 'vitest'
import { command } from '../dsl/command.ts'
import { resolve } from '../resolve/resolve.ts'
import { mayBeTogether } from './presence-formula.ts'

/** Whether a build may have the first step and lack the second. */
function mayLack(present: object, absent: object): boolean {
  const value = [command({ command: 'a', ...present }), command({ command: 'b', ...absent })]
  const { nodes } = resolve({ value, trace: {} }).graph
  return mayBeTogether({ present: [nodes[0]!], absent: nodes[1]! }, { nodes })
}

test.each<[string, object, object]>([
  ['the same condition', { if: 'build.tag == null' }, { if: 'build.tag == null' }],
  ['a narrower one', { if: "build.branch == 'main' && build.tag == null" }, { if: "build.branch == 'main'" }],
  ['the same branches', { branches: 'main' }, { branches: 'main' }],
  ['one of the branches', { branches: 'main' }, { branches: 'main release' }],
  ['branches with more blanks', { branches: 'main' }, { branches: ' release  main ' }],
  ['a branch that a pattern takes', { branches: 'release/1.2' }, { branches: 'release/*' }],
  ['a branch that none is against', { branches: 'main' }, { branches: '!release' }],
  ['a branch by its condition', { if: "build.branch == 'main'" }, { branches: 'main' }],
  ['branches by a condition', { branches: 'main' }, { if: "build.branch == 'main'" }],
  ['none at all', { if: 'build.tag == null' }, {}],
])('%s: never one without the other', (_, present, absent) => {
  expect(mayLack(present, absent)).toBe(false)
})

test.each<[string, object, object]>([
  ['another condition', { if: 'build.tag == null' }, { if: "build.branch == 'main'" }],
  ['a wider one', { if: "build.branch == 'main'" }, { if: "build.branch == 'main' && build.tag == null" }],
  ['another branch', { branches: 'main' }, { branches: 'release' }],
  ['a branch that is excluded', { branches: 'main' }, { branches: '!main' }],
  ['a branch that is excluded though it is named', { branches: 'main' }, { branches: 'main !main' }],
  ['a dot that is no other character', { branches: 'release/1x2' }, { branches: 'release/1.2*' }],
  ['every build', {}, { branches: 'main' }],
  ['changed files', {}, { if_changed: 'a/**' }],
])('%s: one may be there alone', (_, present, absent) => {
  expect(mayLack(present, absent)).toBe(true)
})
