import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { postOrder } from './post-order.ts'

test.each<[string, readonly (readonly number[])[], readonly number[]]>([
  ['no nodes', [], []],
  ['no edges', [[], [], []], [0, 1, 2]],
  ['each before what leads to it', [[1], [2], []], [2, 1, 0]],
  ['each before what leads to it, if it is there already', [[], [0], [1]], [0, 1, 2]],
  ['in the order of the edges', [[2, 1], [], []], [2, 1, 0]],
  ['a node once that two lead to', [[1, 2], [3], [3], []], [3, 1, 2, 0]],
  ['a node that leads to itself', [[0, 1], []], [1, 0]],
  ['a cycle', [[1], [2], [0]], [2, 1, 0]],
  ['a cycle that leads on', [[1], [0, 2], []], [2, 1, 0]],
])('%s', (_, successors, expected) => {
  expect(postOrder(successors)).toEqual(expected)
})

const size = 8
const numbers = (length: number): number[] => Array.from({ length }, (_, number) => number)
/** For each node, some of those before it: no way leads round. */
const edgesDown = fc.tuple(...numbers(size).map((node) => fc.subarray(numbers(node))))
const names = fc.shuffledSubarray(numbers(size), { minLength: size })

test('without cycles, every node stands behind all that it leads to', () => {
  fc.assert(
    fc.property(edgesDown, names, (edges, named) => {
      const successors: number[][] = Array.from({ length: size }, () => [])
      for (const [from, targets] of edges.entries()) successors[named[from]!] = targets.map((to) => named[to]!)
      const order = postOrder(successors)
      expect(order.toSorted((a, b) => a - b)).toEqual(named.toSorted((a, b) => a - b))
      for (const [position, node] of order.entries())
        for (const to of successors[node]!) expect(order.indexOf(to)).toBeLessThan(position)
    }),
  )
})

const graphs = fc.array(fc.uniqueArray(fc.nat({ max: size - 1 })), { minLength: size, maxLength: size })

test('with cycles, every node stands in it once', () => {
  fc.assert(
    fc.property(graphs, (successors) => {
      expect(postOrder(successors).toSorted((a, b) => a - b)).toEqual(successors.map((_, node) => node))
    }),
  )
})

test('a way through a hundred thousand nodes', () => {
  const way = Array.from({ length: 100_000 }, (_, node) => (node + 1 < 100_000 ? [node + 1] : []))
  expect(postOrder(way)).toEqual(way.map((_, node) => node).toReversed())
})
