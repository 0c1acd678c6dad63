import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentials, mayHoldCredential } from './secrets.ts'

test.each(credentials)('%s is nowhere without its marker', (_, pattern) => {
  // What stands around it can be anything; boundaries of words are not known to the generator.
  const form = new RegExp(pattern.source.replaceAll(/\\b|\(\?!.*\)$/g, ''))
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(form), fc.string(), (before, text, after) => {
      expect(mayHoldCredential(before + text + after)).toBe(true)
    }),
  )
})

test('most texts have no marker', () => {
  const texts = [
    'npm test',
    'https://github.com/a/b@main',
    'scripts/deploy prod',
    ':rocket: Deploy',
    'node:22',
    'a_b',
    'bk',
  ]
  expect(texts.filter(mayHoldCredential)).toEqual([])
})
