import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Output, Outside, ProcessResult } from './world.ts'

// Loaded when they are needed: node:child_process and node:tty take milliseconds, and most runs need neither.
const isTerminal = (descriptor: number): boolean => process.getBuiltinModule('node:tty').isatty(descriptor)

/** The real world. */
export function processWorld(): Outside {
  const stderr = output(2)
  return {
    cwd: process.cwd(),
    env: process.env,
    get started(): Outside['started'] {
      return [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    },
    stdout: output(1),
    stderr,
    readText,
    kindOf,
    realPath: (path) => (existsSync(path) ? realpathSync(path) : undefined),
    listFiles: (path) => (existsSync(path) ? readdirSync(path).toSorted() : []),
    writeText,
    nextChange: async (files) => (await import('./next-change.ts')).nextChange(files),
    run: async (program, args, options = {}) => (await import('./run-program.ts')).runProgram(program, args, options),
    runSync,
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

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function runSync(program: string, args: readonly string[]): ProcessResult {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, options)
  if (error) return { stdout: stdout ?? '', stderr: stderr ?? '' }
  return { status: status ?? 1, signal: signal ?? undefined, stdout, stderr }
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
