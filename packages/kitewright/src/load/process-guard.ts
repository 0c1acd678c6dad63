/** What an author's code can do to the process, besides throwing at its caller. */
export type Incident =
  /** It called `process.exit`; the error holds the stack of that call. */
  | { readonly kind: 'ended'; readonly error: Error }
  /** A callback threw, or a promise that nobody waits for was rejected. */
  | { readonly kind: 'uncaught'; readonly error: unknown }
  /** Nothing is left to do, while somebody still waits. */
  | { readonly kind: 'idle' }

type Listener = (incident: Incident) => void

/** Who is told, the innermost last: there is one process, so there is one list. */
const listeners: Listener[] = []
let restore: (() => void) | undefined

/**
 * Keeps the process from an author's code: `process.exit` and `process.reallyExit` throw, nothing uncaught ends the
 * process, and what is printed goes to stderr, since stdout is the command's alone. The listener that came last is told.
 *
 * @returns The function that takes the listener away; the last one restores the process.
 */
export function guardProcess(listener: Listener): () => void {
  listeners.push(listener)
  restore ??= replaceProcess()
  return () => {
    listeners.splice(listeners.lastIndexOf(listener), 1)
    if (listeners.length > 0) return
    restore?.()
    restore = undefined
  }
}

/** Whether an author's code is kept from the process now. */
export function isProcessGuarded(): boolean {
  return listeners.length > 0
}

// What `process.exit` itself calls in the end is not in Node's types.
const real = process as typeof process & { reallyExit: (code?: number) => never }
const { exit, reallyExit } = real

/** Ends the process, whoever guards it. */
export function exitProcess(code: number): never {
  setExitCode(code)
  real.reallyExit = reallyExit
  return exit.call(process, code)
}

/** Sets the exit code for good: what an author's code listens to may set another. */
export function setExitCode(code: number): void {
  process.exitCode = code
  process.on('exit', () => (process.exitCode = code))
}

function replaceProcess(): () => void {
  const stdout = Object.getOwnPropertyDescriptor(process, 'stdout')
  process.exit = throwInstead('exit')
  real.reallyExit = throwInstead('reallyExit')
  // Replaced, not patched: making a stream costs time that few runs need.
  Object.defineProperty(process, 'stdout', { get: () => process.stderr, configurable: true })
  process.on('uncaughtException', tellUncaught).on('unhandledRejection', tellUncaught).on('beforeExit', tellIdle)
  return () => {
    Object.assign(process, { exit, reallyExit })
    if (stdout !== undefined) Object.defineProperty(process, 'stdout', stdout)
    process.off('uncaughtException', tellUncaught).off('unhandledRejection', tellUncaught).off('beforeExit', tellIdle)
  }
}

function throwInstead(name: string): (code?: unknown) => never {
  return (code) => {
    const error = new Error(`process.${name}(${String(code ?? '')})`)
    tell({ kind: 'ended', error })
    throw error
  }
}

function tellUncaught(error: unknown): void {
  tell({ kind: 'uncaught', error })
}

function tellIdle(): void {
  tell({ kind: 'idle' })
}

function tell(incident: Incident): void {
  listeners.at(-1)?.(incident)
}
