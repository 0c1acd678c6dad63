import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generate } from '../scripts/codegen/generate.ts'
import type { SchemaNode } from '../scripts/codegen/schema-node.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')
const generated = await generate(JSON.parse(await read('schemas/pipeline.schema.json')) as SchemaNode)

test.each([...generated])('%s is what the schema says (if not: pnpm codegen)', async (path, text) => {
  expect(await read(path)).toBe(text)
})
