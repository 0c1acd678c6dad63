import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isWithin } from './is-within.ts'
import type { WriteOptions } from './world.ts'

/** What everybody may do with a new file whom the user lets. */
const modes = { private: 0o600, program: 0o777, usual: 0o666 }

/**
 * Writes a file whole or not at all: beside it first, then renamed, so that a full disk or a kill leaves what was there.
 * A link stays one, and what it leads to is written, unless that lies outside; rights and owner stay. What is no file, such
 * as `/dev/stdout`, is written to as it is.
 *
 * @param root The folder that no link may lead out of, nor into what git keeps there: whoever names a path outside means it.
 * @param options Whether only its owner may read a new file, and whether it can be run.
 * @throws An error as of the operating system, where a link leads out.
 */
export function writeWhole(
  path: string,
  text: string,
  root: string,
  { isPrivate, isProgram }: WriteOptions = {},
): void {
  const target = followLinks(path)
  keepWithin(path, target, root)
  const old = statSync(target, { throwIfNoEntry: false })
  if (old !== undefined && !old.isFile()) return writeFileSync(target, text)
  mkdirSync(dirname(target), { recursive: true })
  removeLeftDrafts(target)
  const draft = join(dirname(target), `${draftPrefix(target)}${process.pid}.${Math.random().toString(36).slice(2)}.tmp`)
  try {
    writeDraft(draft, text)
    if (old === undefined) chmodSync(draft, newMode({ isPrivate, isProgram }))
    else keepRights(draft, old)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** A stranger's repository may hold a link where a file is going to be written. */
function keepWithin(path: string, target: string, root: string): void {
  const home = realOf(root)
  if (!isWithin(resolve(path), root) && !isWithin(resolve(path), home)) return
  const real = realOf(target)
  const isGit = relative(home, real).split(sep).includes('.git')
  if (isWithin(real, home) && !isGit) return
  const message = `${path} is a link that leads out of the repository, to ${real}: it is not written`
  throw Object.assign(new Error(message), { code: 'ELOOP', errno: -40, syscall: 'open' })
}

/** Where a path leads; of one that leads to nothing, as far as there is something. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realOf(above), basename(path))
  }
}

function draftPrefix(target: string): string {
  return `.${basename(target)}.`
}

/** What a process left that was killed while it wrote this file. */
function removeLeftDrafts(target: string): void {
  const prefix = draftPrefix(target)
  for (const name of readdirSync(dirname(target))) {
    const [, pid] = (name.startsWith(prefix) && /^(\d+)\.[a-z0-9]+\.tmp$/.exec(name.slice(prefix.length))) || []
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dirname(target), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function newMode({ isPrivate, isProgram }: WriteOptions): number {
  return (isPrivate ? modes.private : isProgram ? modes.program : modes.usual) & ~process.umask()
}

/** Where a path leads, whether or not something is there. */
function followLinks(path: string): string {
  // As many as Linux follows.
  for (let links = 0; links < 40; links++) {
    const next = linkOf(path)
    if (next === undefined) return path
    path = resolve(dirname(path), next)
  }
  return path
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Nobody else may read it until it has the rights of what it becomes. */
function writeDraft(draft: string, text: string): void {
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    // Before the name leads to it: after a crash of the machine it might else lead to nothing.
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function keepRights(draft: string, { mode, uid, gid }: Stats): void {
  const own = statSync(draft)
  if (process.getuid?.() === 0 && (own.uid !== uid || own.gid !== gid)) chownSync(draft, uid, gid)
  chmodSync(draft, mode & 0o7777)
}
