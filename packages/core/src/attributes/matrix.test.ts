import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matrixShape, type MatrixShape } from './matrix.ts'
import { matrixCells, matrixJobs } from './matrix-cells.ts'

const shapeOf = (matrix: unknown): MatrixShape => matrixShape(matrix) as MatrixShape

describe('the combinations of a matrix', () => {
  test('of a list have one dimension without a name', () => {
    expect([...matrixCells(shapeOf(['a', 1]))]).toEqual([
      { values: { '': 'a' }, attributes: {}, skip: undefined },
      { values: { '': '1' }, attributes: {}, skip: undefined },
    ])
  })

  test('are the product, changed by adjustments, and what these add', () => {
    const setup = { os: ['linux', 'darwin'], node: [22, 24] }
    const adjustments = [
      { with: { os: 'darwin', node: '22' }, skip: 'no agents', soft_fail: true },
      { with: { os: 'linux' }, soft_fail: [{ exit_status: 1 }] },
      { with: { os: 'windows', node: 24 }, soft_fail: true },
      { with: { node: 24, os: 'windows' }, skip: '' },
      { with: { os: 'plan9', node: 24 } },
    ]
    expect([...matrixCells(shapeOf({ setup, adjustments }))]).toEqual([
      { values: { os: 'linux', node: '22' }, attributes: { soft_fail: [{ exit_status: 1 }] }, skip: undefined },
      { values: { os: 'linux', node: '24' }, attributes: { soft_fail: [{ exit_status: 1 }] }, skip: undefined },
      { values: { os: 'darwin', node: '22' }, attributes: { soft_fail: true }, skip: 'no agents' },
      { values: { os: 'darwin', node: '24' }, attributes: {}, skip: undefined },
      { values: { os: 'windows', node: '24' }, attributes: { soft_fail: true }, skip: true },
      { values: { os: 'plan9', node: '24' }, attributes: {}, skip: undefined },
    ])
  })

  test('may have names that every object has', () => {
    const shape = shapeOf({
      setup: { constructor: ['a'], os: ['b'] },
      adjustments: [{ with: { os: 'b' }, skip: true }],
    })
    expect([...matrixCells(shape)]).toEqual([{ values: { constructor: 'a', os: 'b' }, attributes: {}, skip: true }])
    expect(matrixJobs(shape)).toBe(0)
  })

  test('are counted without being made', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const value = fc.constantFrom('0', '1', '2', 3, true)
    const adjustment = fc.record({
      with: fc.oneof(fc.dictionary(name, value), value),
      skip: fc.constantFrom(undefined, true, false, 'true', 'reason', ''),
    })
    const setup = fc.oneof(fc.dictionary(name, fc.array(value, { maxLength: 4 })), fc.array(value, { maxLength: 4 }))
    fc.assert(
      fc.property(setup, fc.array(adjustment, { maxLength: 8 }), (dimensions, adjustments) => {
        const shape = shapeOf({ setup: dimensions, adjustments })
        const made = [...matrixCells(shape)].filter(({ skip }) => skip === undefined)
        expect(matrixJobs(shape)).toBe(made.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('are counted where there are millions, and adjustments that overlap', () => {
    const setup = Object.fromEntries(Array.from('abcdefghij', (name) => [name, ['0', '1', '2', '3', '4']]))
    const adjustments = Array.from('abcdefghij', (name) => ({ with: { [name]: '0' }, skip: true }))
    expect(matrixJobs(shapeOf({ setup, adjustments }))).toBe(4 ** 10)
  })
})

test.each<[unknown, readonly unknown[]]>([
  [
    { setup: ['a'], adjustments: [{ with: 'a', skip: 'later' }] },
    [{ with: { '': 'a' }, attributes: {}, skip: 'later' }],
  ],
  [{ setup: ['a'], adjustments: [{ with: ['a'] }] }, [{ with: { '': 'a' }, attributes: {}, skip: undefined }]],
  [{ setup: ['a'], adjustments: [{ with: ['a', 'b'], skip: 'true' }] }, [{ with: {}, attributes: {}, skip: true }]],
  [{ setup: ['a'], adjustments: [{ with: 1, skip: false }] }, [{ with: { '': '1' }, attributes: {}, skip: undefined }]],
  [
    { setup: { os: 'a' }, adjustments: [{ with: { os: true }, skip: '', soft_fail: true }] },
    [{ with: { os: 'true' }, attributes: { soft_fail: true }, skip: true }],
  ],
])('the adjustments of %j', (matrix, adjustments) => {
  expect(matrixShape(matrix)?.adjustments).toEqual(adjustments)
})

test.each<[unknown, readonly (readonly [string, readonly unknown[]])[], readonly string[]]>([
  [['a', 1], [['', ['a', 1]]], []],
  [{ setup: ['a'] }, [['', ['a']]], ['setup']],
  [
    { setup: { os: ['a', 'b'], node: 22 } },
    [
      ['os', ['a', 'b']],
      ['node', [22]],
    ],
    ['setup'],
  ],
  [{ setup: {} }, [], ['setup']],
  [{ setup: null }, [], ['setup']],
])('the dimensions of %j', (matrix, dimensions, setupPath) => {
  const shape = shapeOf(matrix)
  expect([[...shape.dimensions], shape.setupPath]).toEqual([dimensions, setupPath])
})

test.each([[undefined], [null], [{}], [{ adjustments: [] }]])('%j is no matrix', (value) => {
  expect(matrixShape(value)).toBeUndefined()
})
