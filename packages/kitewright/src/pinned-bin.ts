import { basename, join } from 'node:path'
import { isWithin } from './world/is-within.ts'
import type { Files, World } from './world/world.ts'

/** The commands that run what a repository's author wrote: its version is the one that its lock file names. */
const pinned: ReadonlySet<string> = new Set(['render', 'check', 'upload'])

/**
 * Whether a command line is to be run by the version that the repository pins: help needs none of its code, and where its
 * author is not trusted, neither is what he pins.
 */
export function needsPinned([name = '', ...rest]: readonly string[]): boolean {
  return pinned.has(name) && !['--help', '-h', '--sealed'].some((flag) => rest.includes(flag))
}

/**
 * The kitewright that a repository pins, if it is another copy than the one at `own`: one that the `package.json` in its
 * `.buildkite/` asks for, installed there or in a folder above it within the repository. The nearest `.buildkite/` that
 * asks for one counts; outside a repository, that of the working directory alone, since anybody may have made those
 * above.
 *
 * @returns The path of its command.
 */
export function pinnedBin(world: Files & Pick<World, 'cwd'>, own: string): string | undefined {
  const folders = world.repositoryFolders(world.cwd)
  for (const [index, folder] of folders.entries()) {
    const home = basename(folder) === '.buildkite' ? folder : join(folder, '.buildkite')
    if (!asksForKitewright(home, world)) continue
    const found = [home, ...folders.slice(index)]
      .map((above) => readBin(join(above, 'node_modules', 'kitewright'), world))
      .find((bin) => bin !== undefined)
    return found === undefined || found.folder === world.realPath(own) ? undefined : found.bin
  }
  return undefined
}

interface Manifest {
  readonly name?: unknown
  readonly bin?: { readonly kitewright?: unknown } | undefined
  readonly dependencies?: Readonly<Record<string, unknown>> | undefined
  readonly devDependencies?: Readonly<Record<string, unknown>> | undefined
}

function asksForKitewright(home: string, files: Files): boolean {
  const { dependencies, devDependencies } = readManifest(home, files)
  return Object.hasOwn({ ...dependencies, ...devDependencies }, 'kitewright')
}

function readBin(linked: string, files: Files): { readonly folder: string; readonly bin: string } | undefined {
  const folder = files.realPath(linked)
  if (folder === undefined) return undefined
  const { name, bin } = readManifest(folder, files)
  if (name !== 'kitewright' || typeof bin?.kitewright !== 'string') return undefined
  const file = files.realPath(join(folder, bin.kitewright))
  return file !== undefined && isWithin(file, folder) ? { folder, bin: file } : undefined
}

/** What a folder's `package.json` says; nothing if it cannot be read. */
function readManifest(folder: string, files: Files): Manifest {
  try {
    return Object(JSON.parse(files.readText(join(folder, 'package.json')) ?? '')) as Manifest
  } catch {
    return {}
  }
}
