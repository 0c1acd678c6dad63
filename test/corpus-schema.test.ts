import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './source-files.ts'

const corpus = join(root, '../shared/corpus/pipelines')
const isThere = existsSync(corpus)
const files = isThere
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name))
  : []

describe(`real pipelines${isThere ? '' : ' (skipped: the shared folder is missing)'}`, () => {
  test.runIf(isThere)('what the published schema takes, ours takes too', { timeout: 60_000 }, () => {
    const published = validator(join(root, '../shared/spec/official-schema.json'))
    const own = validator(join(root, 'schemas/pipeline.schema.json'))
    const taken = files.filter((name) => {
      const pipeline = read(join(corpus, name))
      return published(pipeline) && !own(pipeline)
    })
    expect(taken).toEqual([])
    expect(files.length).toBeGreaterThan(300)
  })
})

function validator(path: string): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object)
}

/** The pipeline of a file; nothing where it is no YAML. */
function read(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'), { merge: true, logLevel: 'silent' })
  } catch {
    return undefined
  }
}
