import type { Output } from './world.ts'

/** How long what an author's file left running may go on once the command is done, in milliseconds. */
const grace = 100

/**
 * Holds the process against what an author's file leaves running when it has given its pipeline: a timer or a
 * connection may neither keep the command from ending nor break it off half-way.
 *
 * @returns What ends the process with an exit code.
 */
export function holdProcess(stderr: Output): (code: number) => void {
  const { exit } = process
  let isTold = false
  const tell = (error: unknown): void => {
    // While the author's code is supervised, it is told of there.
    if (isTold || process.listenerCount('uncaughtException') > 1) return
    isTold = true
    void report(error, stderr, exit)
  }
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ''})`)
  }
  process.on('uncaughtException', tell).on('unhandledRejection', tell)
  return (code) => {
    process.exitCode = code
    // Without anything left running the process ends before. Writing waits for what is not yet written.
    setTimeout(() => process.stderr.write('', () => exit(code)), grace).unref()
  }
}

async function report(error: unknown, stderr: Output, exit: typeof process.exit): Promise<void> {
  const { authorFrames } = await import('./locate/author-frames.ts')
  const shown = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const [frame] = error instanceof Error ? authorFrames(error.stack ?? '') : []
  if (error instanceof Error && frame === undefined) {
    const { ownFault } = await import('./own-fault.ts')
    exit(ownFault(error, stderr, process.env['KITEWRIGHT_DEBUG']))
  }
  const place = frame === undefined ? '' : ` (${frame.file}:${frame.line}:${frame.column})`
  stderr.write(`kitewright: the file failed after it had given its pipeline: ${shown}${place}\n`)
}
