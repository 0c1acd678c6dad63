import type { Path } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { emptyNameIn, isGoMap, isPrintedAsText, type Owner } from './places.ts'

type Place = readonly [owner: Owner, ...path: Path]

const read = <Answer>(ask: (owner: Owner, path: Path) => Answer, places: readonly Place[]): readonly unknown[] =>
  places.map(([owner, ...path]) => [ask(owner, path), owner, ...path])

const all = (answer: unknown, places: readonly Place[]): readonly unknown[] => places.map((place) => [answer, ...place])

test('maps that the agent holds without order', () => {
  const unordered: readonly Place[] = [
    ['pipeline'],
    ['pipeline', 'checkout'],
    ['pipeline', 'checkout', 'flags'],
    ['command'],
    ['wait'],
    ['group'],
    ['command', 'env'],
    ['command', 'matrix'],
    ['command', 'matrix', 'setup'],
    ['command', 'matrix', 'adjustments', 0],
    ['command', 'matrix', 'adjustments', 0, 'with'],
    ['command', 'plugins'],
    ['command', 'plugins', 0, './x', 'deep', 1],
  ]
  const ordered: readonly Place[] = [
    ['pipeline', 'env'],
    ['pipeline', 'agents'],
    ['command', 'agents'],
    ['command', 'signature'],
    ['command', 'secrets'],
    ['command', 'checkout', 'other'],
    ['command', 'matrix', 'adjustments', 0, 'soft_fail'],
    ['trigger', 'checkout'],
    ['trigger', 'build', 'env'],
    ['unknown'],
    ['unknown', 'env'],
  ]
  expect(read(isGoMap, unordered)).toEqual(all(true, unordered))
  expect(read(isGoMap, ordered)).toEqual(all(false, ordered))
})

test('what the empty name stands for', () => {
  const shared: readonly Place[] = [
    ['pipeline'],
    ['command'],
    ['group'],
    ['command', 'cache'],
    ['command', 'matrix'],
    ['command', 'matrix', 'adjustments', 3],
    ['command', 'signature'],
    ['command', 'checkout', 'sparse'],
  ]
  const refused: readonly Place[] = [
    ['pipeline', 'secrets'],
    ['command', 'secrets'],
  ]
  const kept: readonly Place[] = [
    ['wait'],
    ['unknown'],
    ['command', 'env'],
    ['command', 'matrix', 'setup'],
    ['command', 'secrets', 0],
    ['command', 'plugins', 0],
    ['group', 'cache'],
  ]
  expect(read(emptyNameIn, shared)).toEqual(all('shared', shared))
  expect(read(emptyNameIn, refused)).toEqual(all('refused', refused))
  expect(read(emptyNameIn, kept)).toEqual(all(undefined, kept))
})

test('places where any scalar is printed as a text', () => {
  const texts: readonly Place[] = [
    ['command', 'command'],
    ['command', 'commands', 0],
    ['command', 'identifier'],
    ['command', 'name'],
    ['command', 'env', 'A'],
    ['command', 'matrix', 0],
    ['command', 'matrix', 'setup', 0],
    ['command', 'matrix', 'setup', 'os', 1],
    ['command', 'cache', 0],
    ['command', 'cache', 'paths', 0],
    ['command', 'checkout', 'ssh_secret'],
    ['group', 'label'],
    ['pipeline', 'env', 'A'],
  ]
  const others: readonly Place[] = [
    ['command', 'priority'],
    ['command', 'matrix', 'adjustments', 0, 'soft_fail'],
    ['command', 'checkout', 'depth'],
    ['command', 'plugins', 0, './x'],
    ['command', 'key', 0],
    ['trigger', 'label'],
    ['unknown', 'command'],
  ]
  expect(read(isPrintedAsText, texts)).toEqual(all(true, texts))
  expect(read(isPrintedAsText, others)).toEqual(all(false, others))
})
