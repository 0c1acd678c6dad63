import { readFileSync } from 'node:fs'
import type { Stack } from './stacks.ts'

/** The folder of the starter files, published with the package. */
const folder = new URL('../../starters/', import.meta.url)

/** A file that a repository may begin with: one for each stack (`Dockerfile`), or the same for `any` (`compose.yaml`). */
export function readStarter(of: Stack | 'any', name: string): string {
  return readFileSync(new URL(`${of}/${name}`, folder), 'utf8')
}
