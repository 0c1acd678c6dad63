import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generate } from '../scripts/codegen/generate.ts'
import { readSources } from '../scripts/codegen/read-sources.ts'

const root = new URL('../', import.meta.url)
const generated = await generate(await readSources(root))

test.each([...generated])('%s is what its source says (if not: pnpm codegen)', async (path, text) => {
  expect(await readFile(new URL(path, root), 'utf8')).toBe(text)
})
