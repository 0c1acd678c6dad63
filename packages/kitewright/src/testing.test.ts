import { block, command, definePipeline } from '@kitewright/core'
import { expect, test } from 'vitest'
import { check, render } from './testing.ts'

const pipeline = definePipeline(async ({ build, affects }) => [
  affects('docs/**') && command({ label: 'Docs', command: 'make docs $HOME' }),
  build.tag !== undefined && command({ label: 'Deploy', command: 'a', depends_on: 'gone' }),
])

test('render gives the YAML of a build', async () => {
  expect(await render(pipeline)).toBe('steps:\n  - label: Docs\n    command: make docs $$HOME\n')
  expect(await render(pipeline, { changedFiles: ['src/a.ts'] })).toBe('steps: []\n')
})

test('render of a faulty one throws what check tells', async () => {
  await expect(render(pipeline, { build: { tag: 'v1' } })).rejects.toThrow(
    /^the pipeline has errors\n\nerror\[KW1002\]: step "deploy" depends on "gone", which is not in this pipeline\n[^]*\n1 error\n$/,
  )
})

test('check gives diagnostics with their places', async () => {
  expect(await check(pipeline)).toEqual([])
  expect(await check(definePipeline([block({ block: 'a', key: 'b c' })]))).toEqual([
    expect.objectContaining({
      code: 'KW1008',
      severity: 'error',
      path: ['steps', 0, 'key'],
      location: expect.objectContaining({ line: 23, column: 63 }) as unknown,
    }),
  ])
})
