import { dirname, join } from 'node:path'
import type { OpenSource } from './open-sources.ts'
import type { Source } from './parse-source.ts'

/** The file that a relative specifier means, in any spelling that loading allows. Returns undefined if there is none. */
export function relativeSource(open: OpenSource, importer: string, specifier: string): Source | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = join(dirname(importer), specifier)
  for (const spelling of [path, path.replace(/js$/, 'ts'), `${path}.ts`, `${path}.js`, join(path, 'index.ts')]) {
    const source = /\.[cm]?[jt]sx?$/.test(spelling) ? open(spelling) : undefined
    if (source !== undefined) return source
  }
  return undefined
}
