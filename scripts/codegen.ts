import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generate } from './codegen/generate.ts'
import { readSources } from './codegen/read-sources.ts'

const root = new URL('../', import.meta.url)

for (const [path, text] of await generate(await readSources(root))) {
  const file = new URL(path, root)
  await mkdir(dirname(file.pathname), { recursive: true })
  await writeFile(file, text)
  console.log(path)
}
