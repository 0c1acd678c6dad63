import { dirname, join } from 'node:path'
import type { Files } from '../world/world.ts'

const fileName = 'kitewright.config.json'

/** The configuration that holds for a pipeline: beside it, otherwise in `.buildkite/` at the root, otherwise at the root. */
export function findConfig(file: string, root: string | undefined, { kindOf }: Files): string | undefined {
  const folders = [dirname(file), ...(root === undefined ? [] : [join(root, '.buildkite'), root])]
  return folders.map((folder) => join(folder, fileName)).find((path) => kindOf(path) === 'file')
}
