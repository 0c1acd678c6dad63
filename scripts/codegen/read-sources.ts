import { readdir, readFile } from 'node:fs/promises'
import type { SchemaNode } from './schema-node.ts'

/** What is generated from. */
export interface Sources {
  readonly pipeline: SchemaNode
  readonly graph: SchemaNode
  /** The pages of the catalogue by the code of their diagnostic, in order of the codes. */
  readonly catalogue: ReadonlyMap<string, string>
}

/** Reads them from the repository. */
export async function readSources(root: URL): Promise<Sources> {
  const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')
  const schema = async (name: string): Promise<SchemaNode> =>
    JSON.parse(await read(`schemas/${name}.schema.json`)) as SchemaNode
  const folder = 'packages/kitewright/catalogue/'
  const codes = (await readdir(new URL(folder, root))).flatMap((name) => /^(KW\d{4})\.md$/.exec(name)?.[1] ?? [])
  const pages = codes.toSorted().map(async (code) => [code, await read(`${folder}${code}.md`)] as const)
  return {
    pipeline: await schema('pipeline'),
    graph: await schema('graph'),
    catalogue: new Map(await Promise.all(pages)),
  }
}
