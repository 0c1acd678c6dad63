import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { describeCorpus } from '../corpus/corpus.ts'
import { mutatedText, seeds } from './mutated-text.ts'
import { wholeWay } from './whole-way.ts'

const ends = ['refused', 'faulty', 'sent']

test('no change to a small pipeline makes reading, checking, rendering or importing it throw', async () => {
  const property = fc.asyncProperty(mutatedText(seeds), async (text) => {
    expect(ends).toContain(await wholeWay(text))
  })
  await fc.assert(property, { numRuns: runs(500) })
}, 300_000)

describeCorpus('mutations of real pipelines', (corpus) => {
  test('make nothing throw either', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(mutatedText(corpus.map(({ text }) => text)), async (text) => {
      expect(ends).toContain(await wholeWay(text))
    })
    await fc.assert(property, { numRuns: runs(100) })
  })
})
