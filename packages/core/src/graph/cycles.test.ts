import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cycles } from './cycles.ts'

test.each<[string, readonly (readonly number[])[], readonly (readonly number[])[]]>([
  ['no nodes', [], []],
  ['no edges', [[], []], []],
  ['a way that goes apart and meets again', [[1, 2], [3], [3], []], []],
  ['a node that waits for itself', [[0]], [[0]]],
  ['a node that waits for itself, among others', [[1], [2, 1], []], [[1]]],
  ['a node in front of a knot, and one behind it', [[1], [2], [1, 3], []], [[1, 2]]],
  ['a knot that is entered in its middle', [[2], [2], [1]], [[1, 2]]],
  ['the shorter of two ways round', [[1, 3], [2], [0], [0]], [[0, 3]]],
  ['the way round through the first node, although another one is shorter', [[1], [2], [1, 3], [0]], [[0, 1, 2, 3]]],
  ['a way round, although the first node of it does not wait for itself', [[1], [1, 0]], [[0, 1]]],
  [
    'two knots, each with its shortest way round',
    [[1], [2, 0], [0], [4], [3]],
    [
      [0, 1],
      [3, 4],
    ],
  ],
  [
    'a knot that waits for another one',
    [[1], [0, 2], [3], [2]],
    [
      [2, 3],
      [0, 1],
    ],
  ],
])('%s', (_, successors, expected) => {
  expect(cycles(successors)).toEqual(expected)
})

const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  )

test('each knot of nodes that reach each other has one way round: the shortest from its first node', () => {
  fc.assert(
    fc.property(graphs, (successors) => {
      const found = cycles(successors).toSorted(([one = 0], [other = 0]) => one - other)
      const expected = successors.flatMap((_, node) => {
        const length = distance(successors, node, node)
        return length < Infinity && !isKnottedToEarlier(successors, node) ? [[node, length]] : []
      })
      expect(found.map((cycle) => [cycle[0], cycle.length])).toEqual(expected)
      for (const cycle of found)
        for (const [index, node] of cycle.entries())
          expect(successors[node]).toContain(cycle[(index + 1) % cycle.length])
    }),
  )
})

test('a way round through a hundred thousand nodes', () => {
  const ring = Array.from({ length: 100_000 }, (_, node) => [(node + 1) % 100_000])
  expect(cycles(ring)).toEqual([ring.map((_, node) => node)])
})

function isKnottedToEarlier(successors: readonly (readonly number[])[], node: number): boolean {
  return successors
    .slice(0, node)
    .some((_, other) => distance(successors, node, other) + distance(successors, other, node) < Infinity)
}

/** How many edges lead from a node to another one, or round to itself. */
function distance(successors: readonly (readonly number[])[], from: number, to: number): number {
  let reached: readonly number[] = [from]
  for (let edges = 1; edges <= successors.length; edges++) {
    reached = [...new Set(reached.flatMap((node) => successors[node] ?? []))]
    if (reached.includes(to)) return edges
  }
  return Infinity
}
