import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { slug } from './slug.ts'

test.each([
  [':rocket: Deploy test', 'deploy-test'],
  ['Deploy to production', 'deploy-to-production'],
  [':docker: :test_tube: Café — naïve', 'cafe-naive'],
  ['ﬁne Ⅳ', 'fine-iv'],
  [':+1: Deploy:rocket:test', 'deploy-test'],
  [':test-tube: Unit', 'unit'],
  ['🚀', ''],
  ['  Unit (%n)  ', 'unit-n'],
  ['a'.repeat(120), 'a'.repeat(100)],
  [`${'a'.repeat(99)} b`, 'a'.repeat(99)],
])('%j gives %j', (label, key) => {
  expect(slug(label)).toBe(key)
})

test('any label gives a key that Buildkite takes, or none, and a key gives itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (label) => {
      const key = slug(label)
      expect(key).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)?$/)
      expect(slug(key)).toBe(key)
    }),
  )
})
