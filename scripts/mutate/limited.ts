import { Script } from 'node:vm'

declare global {
  var limitedCall: () => unknown
}

const script = new Script('globalThis.limitedCall()')

/** Calls a function, and stops it after some milliseconds; what it awaits is not stopped. */
export function limited(call: () => unknown, milliseconds: number): unknown {
  globalThis.limitedCall = call
  return script.runInThisContext({ timeout: Math.ceil(milliseconds) })
}

/** Whether an error tells that a call was stopped. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
