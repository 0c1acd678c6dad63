/** Stops an evaluation that Buildkite would stop with an error at run time. */
export function failEvaluation(message: string): never {
  throw new Error(message, { cause: failure })
}

/** The message that {@link failEvaluation} stopped with; anything else that was thrown is thrown again. */
export function evaluationFailure(error: unknown): string {
  if (error instanceof Error && error.cause === failure) return error.message
  throw error
}

const failure = Symbol('evaluation failed')
