import { expect, test } from 'vitest'
import { isThrowaway } from './throwaway.ts'

test.each([
  'postgres://me:secret@localhost/db',
  'postgres://me:s3cr3t@localhost:5432/db',
  'postgres://me:x@127.0.0.1:5432',
  'postgres://me:x@0.0.0.0/db',
  'redis://me:x@[::1]:6379',
  'http://me:x@host.docker.internal:80',
  'mysql://me:x@db?ssl=0',
  'mysql://me:x@my-db#a',
  'a://b:c@localhost and d://e:f@db',
  'password',
  'my_test-password',
  '12345',
  'aaaaaa',
  '',
])('%j opens nothing that outlives the job', (text) => {
  expect(isThrowaway(text)).toBe(true)
})

test.each([
  'postgres://me:x@db.example.com/db',
  'postgres://me:x@0.0.0.1.example.com/db',
  'postgres://me:x@127.0.0.1.example.com',
  'a://b:c@localhost and d://e:f@example.com',
  'a://b:c@example.com d://e:f@localhost',
  'hunter2hunter2',
  '1234567',
  'abcabc',
  'password password password password password',
])('%j may open something', (text) => {
  expect(isThrowaway(text)).toBe(false)
})
