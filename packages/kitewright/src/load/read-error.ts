import { inspect } from 'node:util'

/** What an error says, as far as it can be read. */
export interface ReadError {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly code: string
  /** Whether the runtime made it of a text that is no JavaScript, or the author's own code threw such a one. */
  readonly isSyntax: boolean
}

/**
 * Reads an error that an author's code threw, each part by itself: a getter may throw, a name be a symbol, the error be a
 * proxy. Returns undefined if it is no error.
 */
export function readError(error: unknown): ReadError | undefined {
  if (attempt(() => error instanceof Error) !== true) return undefined
  const parts = error as Readonly<Record<string, unknown>>
  const read = (part: string): string | undefined => {
    const value = attempt(() => parts[part])
    return typeof value === 'string' ? value : undefined
  }
  const message = read('message') ?? '(its message cannot be read)'
  return {
    name: read('name') ?? 'Error',
    message,
    stack: read('stack') ?? '',
    code: read('code') ?? '',
    // So esbuild says, inside tsx, and what vitest reads files with.
    isSyntax: attempt(() => error instanceof SyntaxError) === true || message.startsWith('Transform failed'),
  }
}

/** How a message shows a value that was thrown: nothing of the author's runs for it, as far as Node can help it. */
export function shownThrown(value: unknown): string {
  return attempt(() => inspect(value, { customInspect: false })) ?? 'a value that cannot be shown'
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
