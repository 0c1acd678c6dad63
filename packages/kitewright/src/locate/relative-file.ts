import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The existing file that a relative specifier means, with the spellings that our loading allows. */
export function relativeFile(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = join(dirname(importer), specifier)
  const spellings = [path, path.replace(/js$/, 'ts'), `${path}.ts`, `${path}.js`, join(path, 'index.ts')]
  return spellings.find((spelling) => /\.[cm]?[jt]sx?$/.test(spelling) && existsSync(spelling))
}
