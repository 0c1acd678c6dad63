import { basename, dirname, join } from 'node:path'
import type { Files, World } from './world/world.ts'

/**
 * The kitewright that a repository pins in `.buildkite/`, if it is another copy than the one at `own`. It is looked for
 * in the working directory and the folders above, as far as the nearest `.buildkite/` that has one.
 *
 * @returns The path of its command.
 */
export function pinnedBin(world: Files & Pick<World, 'cwd'>, own: string): string | undefined {
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    const home = basename(folder) === '.buildkite' ? folder : join(folder, '.buildkite')
    const found = readBin(join(home, 'node_modules', 'kitewright'), world)
    if (found !== undefined) return found.folder === world.realPath(own) ? undefined : found.bin
    if (folder === dirname(folder)) return undefined
  }
}

function readBin(linked: string, files: Files): { readonly folder: string; readonly bin: string } | undefined {
  const folder = files.realPath(linked)
  if (folder === undefined) return undefined
  try {
    const { bin } = JSON.parse(files.readText(join(folder, 'package.json')) ?? '') as {
      readonly bin: { readonly kitewright: string }
    }
    return { folder, bin: join(folder, bin.kitewright) }
  } catch {
    return undefined
  }
}
