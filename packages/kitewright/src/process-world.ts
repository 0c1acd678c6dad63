import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Output, ProcessInput, ProcessResult, World } from './world.ts'

// Asked for where they are needed: node:child_process and node:tty take milliseconds that most runs can spare.
const isTerminal = (descriptor: number): boolean => process.getBuiltinModule('node:tty').isatty(descriptor)

/** The real world. From here on, what an author prints goes to stderr: stdout is the command's alone. */
export function processWorld(): World {
  const stdout = output(1)
  const stderr = output(2)
  // Replaced, not patched: making a stream costs time that few runs need.
  Object.defineProperty(process, 'stdout', { get: () => process.stderr, configurable: true })
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    readText,
    listFiles,
    writeText,
    run,
    follow: async (program, args, given = {}) =>
      (await import('./follow.ts')).follow(program, args, given, given.log ?? stderr),
    get ask() {
      return isTerminal(0) && stderr.isTerminal ? ask : undefined
    },
  }
}

function output(descriptor: number): Output {
  return {
    get isTerminal() {
      return isTerminal(descriptor)
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
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function listFiles(path: string): readonly string[] {
  return existsSync(path) ? readdirSync(path).toSorted() : []
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function run(program: string, args: readonly string[], given: ProcessInput = {}): ProcessResult {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...given } as const
  const { spawnSync } = process.getBuiltinModule('node:child_process')
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
