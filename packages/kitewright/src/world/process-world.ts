import fs, { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { permissionFlag } from './permission-flag.ts'
import { repositoryFolders } from './repository-folders.ts'
import { limitOf, overdueStatus, overdueWords } from './time-limits.ts'
import { writeWhole } from './write-whole.ts'
import type { ApartResult, Output, Outside, ProcessResult } from './world.ts'

// Loaded when they are needed: node:child_process and node:tty take milliseconds, and most runs need neither.
const isTerminal = (descriptor: number): boolean => process.getBuiltinModule('node:tty').isatty(descriptor)

/** The first argument of a command line that runs apart (`World.runApart`). */
const apartFlag = '--apart'

/** Where it writes what others write to stdout: what the author's code writes there gets into nobody's way. */
const outputApart = 3

/** The real world. */
export function processWorld(): Outside {
  const stderr = output(2)
  const isApart = process.argv[2] === apartFlag
  let input: Uint8Array | undefined
  return {
    cwd: process.cwd(),
    env: process.env,
    get started(): Outside['started'] {
      const [, bin = '', ...args] = process.argv
      return { program: process.execPath, before: [...process.execArgv, bin], args }
    },
    stdout: output(isApart ? outputApart : 1),
    stderr,
    ...filesWithInput(process.cwd(), () => (input ??= readFileSync(0))),
    realPath,
    repositoryFolders: (from) => repositoryFolders(from, realPath),
    listFiles: (path) => (existsSync(path) ? readdirSync(path).toSorted() : []),
    ...writingFrom(process.cwd()),
    nextChange: async (files) => (await import('./next-change.ts')).nextChange(files),
    run: async (program, args, options = {}) =>
      (await import('./run-program.ts')).runProgram(program, args, options, stderr),
    runSync: (program, args) => runSync(program, args, stderr),
    isApart,
    runApart: isApart ? undefined : runApart,
    get runSealed() {
      const permission = permissionFlag(process.allowedNodeEnvironmentFlags)
      return permission === undefined ? undefined : runSealedBy(permission)
    },
    get ask() {
      return isTerminal(0) && stderr.isTerminal ? ask : undefined
    },
  }
}

/** Written to by its number: making one of Node's streams costs time that few runs need. */
function output(descriptor: number): Output {
  return {
    get isTerminal() {
      return isTerminal(descriptor)
    },
    get columns() {
      return isTerminal(descriptor) ? process.stderr.columns : undefined
    },
    write: (text) => writeAll(descriptor, Buffer.from(text)),
  }
}

// Taken before an author's code is kept from it.
const { writeSync } = fs

/** Writes to a pipe whose reader may be slow, or gone. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** Reading of files, among which stdin is one. */
export function filesWithInput(
  cwd: string,
  input: () => Uint8Array,
): Pick<Outside, 'inputFile' | 'readText' | 'isUtf8' | 'kindOf'> {
  const inputFile = join(cwd, '<stdin>')
  return {
    inputFile,
    readText: (path) => (path === inputFile ? Buffer.from(input()).toString() : readText(path)),
    isUtf8: (path) => process.getBuiltinModule('node:buffer').isUtf8(path === inputFile ? input() : readFileSync(path)),
    kindOf: (path) => (path === inputFile ? 'file' : kindOf(path)),
  }
}

/** Writing of files, as far as no link leads out of the repository of a folder. */
export function writingFrom(cwd: string): Pick<Outside, 'writeText'> {
  return {
    writeText: (path, text, options) => writeWhole(path, text, repositoryFolders(cwd, realPath).at(-1) ?? cwd, options),
  }
}

function realPath(path: string): string | undefined {
  return existsSync(path) ? realpathSync(path) : undefined
}

function readText(path: string): string | undefined {
  return unlessAbsent(() => readFileSync(path, 'utf8'))
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const entry = unlessAbsent(() => statSync(path, { throwIfNoEntry: false }))
  if (entry?.isDirectory()) return 'folder'
  return entry?.isFile() ? 'file' : undefined
}

function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function runSync(program: string, args: readonly string[], log: Output): ProcessResult {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const limit = limitOf(program)
  const options = {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    killSignal: 'SIGKILL',
    ...(limit !== undefined && { timeout: limit * 1000 }),
  } as const
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, options)
  const said = { stdout: stdout ?? '', stderr: stderr ?? '' }
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT' && limit !== undefined) {
    log.write(overdueWords(program, args, limit))
    return { ...said, status: overdueStatus }
  }
  return error ? said : { ...said, status: status ?? 1, signal: signal ?? undefined }
}

async function runApart(seconds: number): Promise<ApartResult> {
  const [, bin = '', ...args] = process.argv
  const again = await import('./run-apart.ts')
  return again.runApart(process.execPath, [...process.execArgv, bin, apartFlag, ...args], seconds)
}

function runSealedBy(permission: string): Outside['runSealed'] {
  return async (run, seconds) => (await import('./run-sealed.ts')).runSealed(run, { permission, apartFlag }, seconds)
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises')
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await reader.question(question)).trim()
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
    process.stderr.write('\n')
    return undefined
  } finally {
    reader.close()
  }
}
