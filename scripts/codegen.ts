import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generate } from './codegen/generate.ts'
import type { SchemaNode } from './codegen/schema-node.ts'

const root = new URL('../', import.meta.url)
const schema = JSON.parse(await readFile(new URL('schemas/pipeline.schema.json', root), 'utf8')) as SchemaNode

for (const [path, text] of await generate(schema)) {
  const file = new URL(path, root)
  await mkdir(dirname(file.pathname), { recursive: true })
  await writeFile(file, text)
  console.log(path)
}
