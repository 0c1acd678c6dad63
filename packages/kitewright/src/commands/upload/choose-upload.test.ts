import { expect, test } from 'vitest'
import { emptyBuild, type Trouble } from './build-model.ts'
import type { UploadIdentity } from './upload-identity.ts'
import { first, labels, retry, upload } from './upload-labels.ts'

const other =
  'an earlier attempt of this job has uploaded another pipeline than this one makes now, or a part of it ' +
  '(--replace starts anew, and drops the steps that have not started); ' +
  'this attempt has uploaded nothing'

test('one job uploads different things, and the same twice; its retry finds each of them', async () => {
  const build = emptyBuild()
  for (const wanted of ['a', 'b c', 'a']) await upload(build, wanted)
  expect(labels(build)).toBe('a b c a')
  for (const wanted of ['a', 'b c', 'a']) await upload(build, wanted, retry)
  expect(labels(build)).toBe('a b c a')
  await upload(build, 'a', retry)
  expect(labels(build)).toBe('a a b c a')
})

function cell(value: string, job: string, isRetry: boolean): UploadIdentity {
  return { ...first, job, isRetry, variables: `aaaa${value}` }
}

test('jobs of a matrix upload each its own, though it is the same; and so do their retries', async () => {
  const build = emptyBuild()
  await upload(build, 'a', cell('0001', 'j1', false))
  await upload(build, 'a', cell('0002', 'j2', false))
  expect(labels(build)).toBe('a a')
  // The third died before it could upload anything, which is no reason to take what the others have for its own.
  await upload(build, 'a', cell('0003', 'j4', true))
  await upload(build, 'b', cell('0004', 'j6', true))
  expect(labels(build)).toBe('b a a a')
  await upload(build, 'a', cell('0001', 'j5', true))
  expect(labels(build)).toBe('b a a a')
  expect(await upload(build, 'c', cell('0001', 'j7', true))).toEqual([other])
})

test('a retry that makes another pipeline goes no further, unless it replaces', async () => {
  const build = emptyBuild()
  await upload(build, 'a b')
  expect([await upload(build, 'c', retry), labels(build)]).toEqual([[other], 'a b'])
  expect([await upload(build, 'c', retry, { replace: true }), labels(build)]).toEqual([[], 'c'])
})

test.each<[Trouble, string]>([
  ['refused', 'b'],
  ['down', 'b'],
  ['lost', 'a'],
])(
  'an earlier attempt whose upload was %s keeps another from being uploaded only if it is there',
  async (trouble, left) => {
    const build = emptyBuild()
    await upload(build, 'a', first, { troubles: ['well', 'well', trouble, 'down'] })
    await upload(build, 'b', retry)
    expect(labels(build)).toBe(left)
  },
)
