import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import ajvDraft04 from 'ajv-draft-04'

const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif')
const schema = JSON.parse(readFileSync(join(path, '../schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object
const validate = new ajvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

/** What the schema of SARIF 2.1.0 says against a log. */
export function validateSarif(log: unknown): readonly string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
