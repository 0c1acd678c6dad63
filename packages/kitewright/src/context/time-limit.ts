import type { Invocation, Option } from '../command-line.ts'

/** The flag of every command that runs an author's code. */
export const timeoutOption = {
  type: 'string',
  value: 'SECONDS',
  summary: "how long the author's code may run",
} as const satisfies Option

/** How long an author's code may run in `upload` unless told, in seconds: it heads every build. */
export const usualLimit = 60

/** The longest that Node can wait, in seconds: some 24 days. */
const longest = 2 ** 31 / 1000 - 1

/** How many seconds a command line gives the author's code, if it says so, or what is wrong with what it says. */
export function timeLimit({ flags }: Invocation): { readonly seconds?: number | undefined; readonly problem?: string } {
  const { timeout } = flags
  if (timeout === undefined) return {}
  const seconds = /^\d+(?:\.\d+)?$/.test(String(timeout)) ? Number(timeout) : 0
  return seconds > 0 && seconds <= longest
    ? { seconds }
    : { problem: `--timeout wants a number of seconds, not "${String(timeout)}"` }
}
