import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cycles } from './cycles.ts'

test.each([
  ['no edges', [[], []], []],
  ['a node that waits for itself', [[0]], [[0]]],
  [
    'two knots, each with its shortest way round',
    [[1], [2, 0], [0], [4], [3]],
    [
      [0, 1],
      [3, 4],
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

test('every way found is a way round, and nothing else waits for itself', () => {
  fc.assert(
    fc.property(graphs, (successors) => {
      const found = cycles(successors)
      for (const cycle of found) {
        for (const [index, node] of cycle.entries()) {
          expect(successors[node]).toContain(cycle[(index + 1) % cycle.length])
        }
      }
      const stuck = successors.map((_, node) => reaches(successors, node, node))
      expect(found.length > 0).toBe(stuck.includes(true))
    }),
  )
})

function reaches(successors: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set<number>()
  const queue = [...(successors[from] ?? [])]
  for (const node of queue) {
    if (node === to) return true
    if (seen.has(node)) continue
    seen.add(node)
    queue.push(...(successors[node] ?? []))
  }
  return false
}
