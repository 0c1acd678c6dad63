import { expect, expectTypeOf, test } from 'vitest'
import { compile } from '../compile.ts'
import { command } from './command.ts'
import { definePipeline } from './define-pipeline.ts'
import { evaluatePipeline } from './evaluate-pipeline.ts'
import { matrix } from './matrix.ts'

const on = matrix(
  { os: ['linux', 'darwin'], node: [22, 24] },
  {
    adjustments: [{ with: { os: 'darwin', node: 22 }, skip: 'no agents' }],
    additions: [{ with: { os: 'windows', node: 24 }, soft_fail: true }],
  },
)

test('a dimension has its placeholder, whose text the compiler knows', () => {
  expect(on.value).toEqual({ os: '{{matrix.os}}', node: '{{matrix.node}}' })
  expectTypeOf(on.value.os).toEqualTypeOf<'{{matrix.os}}'>()
  // @ts-expect-error: there is no such dimension
  expect(on.value.nod).toBe(undefined)
})

test('what is sent is what Buildkite takes, additions behind adjustments', async () => {
  const step = command({ label: `Test on ${on.value.os}`, command: `test ${on.value.node}`, matrix: on })
  const { wire } = await compile(await evaluatePipeline(definePipeline([step]), {} as never))
  expect(wire.steps).toEqual([
    {
      label: 'Test on {{matrix.os}}',
      command: 'test {{matrix.node}}',
      matrix: {
        setup: { os: ['linux', 'darwin'], node: [22, 24] },
        adjustments: [
          { with: { os: 'darwin', node: 22 }, skip: 'no agents' },
          { with: { os: 'windows', node: 24 }, soft_fail: true },
        ],
      },
    },
  ])
})

test('the compiler refuses an adjustment to what is not in the matrix', () => {
  // @ts-expect-error: no such value
  matrix({ os: ['linux'] }, { adjustments: [{ with: { os: 'linx' }, skip: true }] })
  // @ts-expect-error: no such dimension
  matrix({ os: ['linux'] }, { adjustments: [{ with: { oss: 'linux' }, skip: true }] })
  // @ts-expect-error: a dimension is missing
  matrix({ os: ['linux'], node: [22] }, { additions: [{ with: { os: 'windows' } }] })
  expect(matrix({ os: ['linux'] })).toEqual({ setup: { os: ['linux'] } })
})
