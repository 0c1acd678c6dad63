/** How an author's code can fail beside throwing where it is called. */
export type Escape =
  /** It called `process.exit`; the error holds the stack of that call. */
  | { readonly kind: 'ended'; readonly error: Error }
  /** It waits for a promise, and nothing is left that could settle it. */
  | { readonly kind: 'unsettled' }
  /** A callback threw, or a promise that nobody waits for was rejected. */
  | { readonly kind: 'uncaught'; readonly error: unknown }

export type Supervised<T> =
  { readonly value: T; readonly escape?: undefined } | { readonly value?: undefined; readonly escape: Escape }

/**
 * Runs an author's code such that it cannot end the process: with exit code 0 and nothing printed, a build would pass
 * without its steps. What the code throws or rejects with is passed on.
 */
export async function supervise<T>(work: () => T | Promise<T>): Promise<Supervised<T>> {
  const stops: (() => void)[] = []
  const escaped = new Promise<Escape>((resolve) => stops.push(listen(resolve)))
  try {
    // First in the race: code that ends the process may also throw for it.
    const value = await Promise.race([escaped, (async () => work())()])
    // Node tells of a rejection that nobody handles only after this turn.
    await new Promise((resolve) => setImmediate(resolve))
    const escape = await Promise.race([escaped, undefined])
    return escape === undefined ? { value: value as T } : { escape }
  } finally {
    for (const stop of stops) stop()
  }
}

/** @returns What stops the listening. */
function listen(tell: (escape: Escape) => void): () => void {
  const uncaught = (error: unknown): void => tell({ kind: 'uncaught', error })
  // Node's word that nothing is left to do while somebody still waits.
  const idle = (): void => tell({ kind: 'unsettled' })
  const { exit } = process
  process.exit = (code) => {
    const error = new Error(`process.exit(${code ?? ''})`)
    tell({ kind: 'ended', error })
    throw error
  }
  process.on('uncaughtException', uncaught).on('unhandledRejection', uncaught).on('beforeExit', idle)
  return () => {
    process.exit = exit
    process.off('uncaughtException', uncaught).off('unhandledRejection', uncaught).off('beforeExit', idle)
  }
}
