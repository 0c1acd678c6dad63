import type { Output } from '../../world/world.ts'

/** Tells of an attempt, and gives the error to throw for it. */
export type Refuse = (what: string) => Error

/** Writes a line of a sealed process's answer: a list that begins with its kind. */
export type Answer = (kind: string, ...said: readonly unknown[]) => void

/** As many attempts are told of: a loop of them must not fill the log. */
const most = 1000

// Taken before an author's code could change it.
const { stringify } = JSON

/** Answers the process that waits, a line of JSON at a time. */
export function answering(output: Output): Answer {
  return (...line) => output.write(`${stringify(line)}\n`)
}

/**
 * Refuses what an author's code tries. It is told at once, and so counts whatever the code makes of the error: where that
 * is caught, the pipeline depends on what was refused.
 */
export function refusingBy(answer: Answer): Refuse {
  let told = 0
  return (what) => {
    const error = withWholeStack(() => new Error(`sealed: the file ${what}`))
    if (told++ < most) answer('attempt', what, String(error.stack))
    return error
  }
}

/** What the author wrote may be far from here. */
function withWholeStack(make: () => Error): Error {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 100
  const error = make()
  Error.stackTraceLimit = stackTraceLimit
  return error
}
