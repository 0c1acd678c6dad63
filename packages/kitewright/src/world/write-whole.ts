import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { WriteOptions } from './world.ts'

/** What only its owner may read, and what everybody may read, or run, whom the user lets. */
const modes = { private: 0o600, program: 0o777, usual: 0o666 }

/**
 * Writes a file whole or not at all: beside it first, then renamed, so that a full disk or a kill leaves what was there.
 * A link stays one, and what it leads to is written; rights and owner stay. What is no file, such as `/dev/stdout`, is
 * written to as it is.
 *
 * @param options Whether only its owner may read a new file, and whether it can be run.
 */
export function writeWhole(path: string, text: string, { isPrivate, isProgram }: WriteOptions = {}): void {
  const target = followLinks(path)
  const old = statSync(target, { throwIfNoEntry: false })
  if (old !== undefined && !old.isFile()) return writeFileSync(target, text)
  mkdirSync(dirname(target), { recursive: true })
  const draft = join(dirname(target), `.${basename(target)}.${Math.random().toString(36).slice(2)}.tmp`)
  try {
    writeDraft(draft, text, isPrivate ? modes.private : isProgram ? modes.program : modes.usual)
    if (old !== undefined) keepRights(draft, old)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
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

function writeDraft(draft: string, text: string, mode: number): void {
  const descriptor = openSync(draft, 'wx', mode)
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
