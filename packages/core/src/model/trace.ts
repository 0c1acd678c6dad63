import type { Trace } from './origin.ts'

/** V8's own; Bun has it too. Where it is missing, diagnostics name the step instead of the line. */
const { captureStackTrace } = Error as { captureStackTrace?: (target: object, omitUpTo?: unknown) => void }

/** Keeps the stack of the call of `constructor`, unread. */
export function captureTrace(constructor: unknown): Trace {
  const trace: Trace = {}
  captureStackTrace?.(trace, constructor)
  return trace
}
