import { guardProcess, type Incident } from './process-guard.ts'

/** How an author's code failed. */
export type Failure =
  /** It threw at its caller or in a callback, or a promise was rejected. */
  | { readonly kind: 'thrown'; readonly error: unknown }
  /** It called `process.exit`; the error holds the stack of that call. */
  | { readonly kind: 'ended'; readonly error: Error }
  /** It waits for a promise, and nothing is left that could settle it. */
  | { readonly kind: 'unsettled' }

/** What an author's code gave, or how it failed. */
export type Supervised<T> =
  { readonly value: T; readonly failure?: undefined } | { readonly value?: undefined; readonly failure: Failure }

/**
 * Runs an author's code such that it cannot end the process: with exit code 0 and nothing printed, a build would pass
 * without its steps.
 */
export async function supervise<T>(work: () => T | Promise<T>): Promise<Supervised<T>> {
  const incidents: Incident[] = []
  let notice: ((nothing: undefined) => void) | undefined
  const noticed = new Promise<undefined>((resolve) => (notice = resolve))
  const release = guardProcess((incident) => {
    incidents.push(incident)
    notice?.(undefined)
  })
  try {
    const given = await Promise.race([noticed, attempt(work)])
    // Node tells of a rejection that nobody handles only after this turn.
    if (given !== undefined && given.failure === undefined) await new Promise((resolve) => setImmediate(resolve))
    // Code that ends the process may also throw for it: what the process tells comes first.
    const [first] = incidents
    return first === undefined ? (given as Supervised<T>) : { failure: failureOf(first) }
  } finally {
    release()
  }
}

async function attempt<T>(work: () => T | Promise<T>): Promise<Supervised<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    return { failure: { kind: 'thrown', error } }
  }
}

function failureOf(incident: Incident): Failure {
  if (incident.kind === 'idle') return { kind: 'unsettled' }
  return incident.kind === 'uncaught' ? { kind: 'thrown', error: incident.error } : incident
}
