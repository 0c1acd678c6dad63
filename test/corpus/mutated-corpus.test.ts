import { parsePipeline } from '@kitewright/core/parse'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { part } from '../fuzz/mutated-text.ts'
import { describeCorpus } from './corpus.ts'

const edit = fc.record({
  at: part,
  cut: fc.nat(3),
  bytes: fc.uint8Array({ maxLength: 4 }),
})

describeCorpus('mutations of real pipelines', (corpus) => {
  test('make the reader neither throw nor hang', () => {
    const texts = fc.constantFrom(...corpus.map(({ text }) => Buffer.from(text)))
    fc.assert(
      fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 5 }), (bytes, edits) => {
        const changed = edits.reduce((text, { at, cut, bytes: inserted }) => {
          const place = Math.floor(at * text.length)
          return Buffer.concat([text.subarray(0, place), inserted, text.subarray(place + cut)])
        }, bytes)
        const { pipelines, problems } = parsePipeline(changed.toString())
        expect(pipelines.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: runs(300) },
    )
  })
})
