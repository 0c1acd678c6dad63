import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { describeCorpus } from './corpus.ts'
import { describeShared, publishedSchema } from '../shared.ts'
import { root } from '../source-files.ts'

describeShared('the published schema', publishedSchema, (publishedFile) => {
  describeCorpus('and real pipelines', (corpus) => {
    test('what it takes, ours takes too', () => {
      const published = validator(publishedFile)
      const own = validator(join(root, 'schemas/pipeline.schema.json'))
      const taken = corpus.filter(({ text }) => {
        const pipeline = read(text)
        return published(pipeline) && !own(pipeline)
      })
      expect(taken.map(({ name }) => name)).toEqual([])
      expect(corpus.length).toBeGreaterThan(300)
    })
  })
})

function validator(path: string): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object)
}

/** The pipeline of a text. Returns undefined if it is no YAML. */
function read(text: string): unknown {
  try {
    return parse(text, { merge: true, logLevel: 'silent' })
  } catch {
    return undefined
  }
}
