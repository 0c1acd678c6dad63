import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The kitewright that a repository pins in `.buildkite/`, where it is another copy than the one at `own`. It is looked
 * for in the working directory and the folders above, as far as the nearest `.buildkite/` that has one.
 *
 * @returns The path of its command.
 */
export function pinnedBin(cwd: string, own: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const home = basename(folder) === '.buildkite' ? folder : join(folder, '.buildkite')
    const found = readBin(join(home, 'node_modules', 'kitewright'))
    if (found !== undefined) return found.folder === realpathSync(own) ? undefined : found.bin
    if (folder === dirname(folder)) return undefined
  }
}

function readBin(linked: string): { readonly folder: string; readonly bin: string } | undefined {
  // Most folders have none, and a failure caught costs ten times the question.
  if (!existsSync(linked)) return undefined
  try {
    const folder = realpathSync(linked)
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly bin: { readonly kitewright: string }
    }
    return { folder, bin: join(folder, bin.kitewright) }
  } catch {
    return undefined
  }
}
