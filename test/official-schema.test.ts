import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type SchemaNode, resolve } from '../scripts/codegen/schema-node.ts'

const published = new URL('../../shared/spec/official-schema.json', import.meta.url)
const isThere = existsSync(published)
if (!isThere) console.warn('skipped: the published schema to compare with is not beside this repository')
