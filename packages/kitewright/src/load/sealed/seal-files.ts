import fs from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Refuse } from './attempts.ts'

type Call = (...args: readonly unknown[]) => unknown

// Taken before they are replaced, by us or by an author's code: what decides here stands on nothing else. Node's own
// functions call each other by the names that authors see.
const { openSync, readSync, closeSync } = fs
const { native: realPath } = fs.realpathSync
const startsWith = Function.prototype.call.bind(String.prototype.startsWith) as (text: string, start: string) => boolean
const includes = Function.prototype.call.bind(String.prototype.includes) as (text: string, part: string) => boolean

/** What reads a file or looks at it, by its path; by descriptor nothing is read, and what writes is not among them. */
const readers = ['readFile', 'readdir', 'stat', 'lstat', 'access', 'realpath', 'readlink', 'exists']

/** Looks whether a path may be read. Returns it as text, once and for all: an object could say something else later. */
type Check = (path: unknown) => string

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
  const check = checkBy(folders, refuse)
  const guard =
    (call: Call): Call =>
    (path, ...others) => {
      const full = check(path)
      // Folders below may be links to others.
      if (isDeep(others)) throw refuse('reads folders below a folder, but not by readdirSync')
      return call(full, ...others)
    }
  const guarded = (holder: object, names: readonly string[]): Record<string, Call> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const call = (holder as Record<string, Call | undefined>)[name]
        return call === undefined ? [] : [[name, guard(call)]]
      }),
    )
  const real = guard((path, options) => realPath(String(path), options as 'utf8'))
  return {
    calls: {
      ...guarded(fs, [...readers, ...readers.map((name) => `${name}Sync`)]),
      readFileSync: guard((path, options) => readFile(String(path), options)),
      readdirSync: listBy(check),
      realpathSync: Object.assign(real, { native: real }),
    },
    promised: Object.fromEntries(
      Object.entries(guarded(fs.promises, readers)).map(([name, call]) => [
        name,
        async (...args: readonly unknown[]) => call(...args),
      ]),
    ),
  }
}

/** What git keeps for itself is not the author's: it may hold credentials. */
function checkBy(folders: readonly string[], refuse: Refuse): Check {
  return (path) => {
    const full = resolve(textOf(path, refuse))
    const real = realOf(full)
    if (isWithin(full, folders) && isWithin(real, folders) && !isGit(full) && !isGit(real)) return full
    throw refuse(`reads ${full}, which does not belong to the repository`)
  }
}

function isWithin(path: string, folders: readonly string[]): boolean {
  for (let index = 0; index < folders.length; index++)
    if (path === folders[index] || startsWith(path, `${folders[index]}${sep}`)) return true
  return false
}

function isGit(path: string): boolean {
  return includes(`${path}${sep}`, `${sep}.git${sep}`)
}

function textOf(path: unknown, refuse: Refuse): string {
  if (typeof path === 'string') return path
  if (path instanceof Uint8Array) return `${Buffer.from(path).toString()}`
  if (typeof path === 'object' && path !== null && 'href' in path) return fileURLToPath(`${String(path.href)}`)
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

function isDeep(args: readonly unknown[]): boolean {
  for (let index = 0; index < args.length; index++) {
    const options = args[index]
    // Its very presence: a getter could say something else later.
    if (typeof options === 'object' && options !== null && 'recursive' in options) return true
  }
  return false
}

function readFile(path: string, options: unknown): unknown {
  const encoding = typeof options === 'string' ? options : (Object(options) as { readonly encoding?: unknown }).encoding
  const descriptor = openSync(path, 'r')
  const parts: Buffer[] = []
  try {
    for (;;) {
      const part = Buffer.alloc(65_536)
      const length = readSync(descriptor, part)
      if (length === 0) break
      parts.push(part.subarray(0, length))
    }
  } finally {
    closeSync(descriptor)
  }
  const whole = Buffer.concat(parts)
  return typeof encoding === 'string' ? whole.toString(encoding as BufferEncoding) : whole
}

/** Lists a folder, and those below it without what links lead to. */
function listBy(check: Check): Call {
  const { readdirSync } = fs
  return (path, given) => {
    const folder = check(path)
    const { recursive, ...options } = typeof given === 'string' ? { encoding: given } : { ...Object(given) }
    if (recursive !== true) return readdirSync(folder, options as object)
    const isTyped = 'withFileTypes' in options && options.withFileTypes === true
    const walk = (below: string): readonly unknown[] =>
      readdirSync(check(join(folder, below)), { withFileTypes: true }).flatMap((entry) => {
        const name = join(below, entry.name)
        const inside = entry.isDirectory() && !isGit(join(folder, name)) ? walk(name) : []
        return [isTyped ? entry : name, ...inside]
      })
    return walk('')
  }
}
