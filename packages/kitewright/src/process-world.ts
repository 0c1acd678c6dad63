import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import type { Output, World } from './world.ts'

/** The real world. From here on, what an author prints goes to stderr: stdout is the command's alone. */
export function processWorld(): World {
  const stdout = output(process.stdout, 1)
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr: output(process.stderr, 2),
    readText,
    writeText: (path, text) => writeFileSync(path, text),
    run,
  }
}

function output(stream: NodeJS.WriteStream, descriptor: number): Output {
  return { isTerminal: stream.isTTY, write: (text) => writeAll(descriptor, Buffer.from(text)) }
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
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function run(program: string, args: readonly string[]): ReturnType<World['run']> {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return { status: error ? undefined : (status ?? 1), stdout: stdout ?? '', stderr: stderr ?? '' }
}
