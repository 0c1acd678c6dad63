import { expect, expectTypeOf, test } from 'vitest'
import { compile } from '../compile.ts'
import { block } from './block.ts'
import { definePipeline } from './define-pipeline.ts'
import { evaluatePipeline } from './evaluate-pipeline.ts'
import { input } from './input.ts'

const stream = { label: 'Stable', value: 'stable' }
const release = block({
  block: 'Release',
  fields: [
    { text: 'Reason', key: 'reason' },
    { select: 'Stream', key: 'stream', options: [stream, { label: 'Beta', value: 'beta' }] },
  ],
})

test('a field is known by its key, with the command that reads the answer', () => {
  expect(release.fields.reason).toEqual({ key: 'reason', command: 'buildkite-agent meta-data get reason' })
  expect(release.fields.stream).toEqual({
    key: 'stream',
    command: 'buildkite-agent meta-data get stream',
    values: ['stable', 'beta'],
  })
  expectTypeOf(release.fields.stream.key).toEqualTypeOf<'stream'>()
  // @ts-expect-error: there is no such field
  expect(release.fields.reson).toBe(undefined)
})

test('the list of fields is sent as it was written, and a copy of the step still knows them', async () => {
  const again = input({ input: 'Again', fields: release.fields })
  const { wire } = await compile(await evaluatePipeline(definePipeline([release, again]), {} as never))
  const fields = [
    { text: 'Reason', key: 'reason' },
    { select: 'Stream', key: 'stream', options: [stream, { label: 'Beta', value: 'beta' }] },
  ]
  expect(wire.steps).toEqual([
    { block: 'Release', fields },
    { input: 'Again', fields },
  ])
})

test('a key that lists have as a property stays a field without a name', () => {
  const form = input({ input: 'x', fields: [{ text: 'Length', key: 'length' }] })
  expect(form.fields).toEqual([{ text: 'Length', key: 'length' }])
})

test('fields that are no list, or no fields, are left to the checks', () => {
  for (const fields of ['x', null, [null, 1, { key: 5 }, { key: 'a', options: [null, { value: 5 }] }]]) {
    expect(block({ block: 'x', fields } as never).fields).toEqual(fields)
  }
})

test('the compiler still names what is wrong in a field', () => {
  // @ts-expect-error: hnt is no attribute of a field
  block({ block: 'x', fields: [{ text: 'a', key: 'a', hnt: 'b' }] })
  // @ts-expect-error: a form is a list
  expect(block({ block: 'x', fields: {} }).fields).toEqual({})
})
