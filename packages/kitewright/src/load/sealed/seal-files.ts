import fs from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Refuse } from './attempts.ts'

type Call = (...args: readonly unknown[]) => unknown

// Taken before they are replaced.
const { native: realPath } = fs.realpathSync

/** What reads a file or looks at it, by its path; by descriptor nothing is read, and what writes is not among them. */
const readers = ['readFile', 'readdir', 'stat', 'lstat', 'access', 'realpath', 'readlink', 'exists']

/**
 * Reading as a sealed run has it: of files in some folders, links followed. Node's permissions alone would read what a
 * link in the repository leads to.
 *
 * @returns What takes the place of the functions of `node:fs`, and of `node:fs/promises`.
 */
export function sealedFiles(
  folders: readonly string[],
  refuse: Refuse,
): { readonly calls: Readonly<Record<string, unknown>>; readonly promised: Readonly<Record<string, unknown>> } {
  const within = withinFolders(folders)
  const check = (path: unknown): string => {
    const full = resolve(textOf(path, refuse))
    if (within(full) && within(realOf(full))) return full
    throw refuse(`reads ${full}, which does not belong to the repository`)
  }
  const guard =
    (call: Call): Call =>
    (path, ...others) => {
      const options = others.map((other) => (isOptions(other) ? { ...other } : other))
      const isDeep = options.some((each) => isOptions(each) && each.recursive === true)
      if (!isDeep) return call(check(path), ...options)
      // Folders below may be links to others.
      if (typeof options.at(-1) === 'function') throw refuse('reads folders below a folder, with a callback')
      return checkedNames(call(check(path), ...options), check(path), check)
    }
  const guarded = (holder: object, names: readonly string[]): Record<string, Call> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const call = (holder as Record<string, Call | undefined>)[name]
        return call === undefined ? [] : [[name, Object.assign(guard(call), nativeOf(call, guard))]]
      }),
    )
  const sync = readers.map((name) => `${name}Sync`)
  const promised = guarded(fs.promises, readers)
  return {
    calls: guarded(fs, [...readers, ...sync]),
    promised: Object.fromEntries(
      Object.entries(promised).map(([name, call]) => [name, async (...args: readonly unknown[]) => call(...args)]),
    ),
  }
}

function nativeOf(call: Call, guard: (call: Call) => Call): object {
  const { native } = call as Call & { readonly native?: Call }
  return native === undefined ? {} : { native: guard(native) }
}

/** Whether a path lies in one of the folders, and not in what git keeps for itself: that may hold credentials. */
function withinFolders(folders: readonly string[]): (path: string) => boolean {
  return (path) =>
    folders.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) &&
    !path.split(sep).includes('.git')
}

/** A path as text, once and for all: an object could say something else the next time. */
function textOf(path: unknown, refuse: Refuse): string {
  if (typeof path === 'string') return path
  if (path instanceof Uint8Array) return Buffer.from(path).toString()
  if (typeof path === 'object' && path !== null && 'href' in path) return fileURLToPath(String(path.href))
  throw refuse(`reads from ${typeof path === 'number' ? `the descriptor ${path}` : 'what is no path'}`)
}

/** Where a path leads; of one that leads to nothing, as far as there is something. */
function realOf(path: string): string {
  try {
    return realPath(path)
  } catch (error) {
    const above = dirname(path)
    const { code } = error as NodeJS.ErrnoException
    return above === path || (code !== 'ENOENT' && code !== 'ENOTDIR') ? path : realOf(above)
  }
}

function isOptions(value: unknown): value is { readonly recursive?: unknown } {
  return typeof value === 'object' && value !== null
}

/** The names that a folder and those below it have, once each is looked at. */
function checkedNames(given: unknown, folder: string, check: (path: unknown) => string): unknown {
  if (given instanceof Promise) return given.then((names: unknown) => checkedNames(names, folder, check))
  if (Array.isArray(given)) for (const entry of given) check(pathOf(entry, folder))
  return given
}

function pathOf(entry: unknown, folder: string): string {
  if (entry instanceof fs.Dirent) {
    const { parentPath, path, name } = entry as fs.Dirent & { readonly parentPath?: string }
    return join(parentPath ?? path, name)
  }
  return join(folder, entry instanceof Uint8Array ? Buffer.from(entry).toString() : String(entry))
}
