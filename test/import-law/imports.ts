import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../source-files.ts'

/** One import of a file, type-only ones included. */
export interface Import {
  /** Both from the root of the project; a package stays as it is named. */
  readonly file: string
  readonly target: string
}

const IMPORTS = /^(?:import|export)\b[^'"`]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

/** Every import of files. */
export function importsOf(files: readonly string[]): readonly Import[] {
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(IMPORTS)].map(([, from, bare, lazy]) => {
      const specifier = from ?? bare ?? lazy ?? ''
      return { file, target: specifier.startsWith('.') ? join(dirname(file), specifier) : specifier }
    }),
  )
}
