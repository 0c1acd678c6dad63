import type { Diagnostic } from '@kitewright/core'

/** A pipeline that cannot be simulated, since Buildkite would not take it as it is. */
export class InvalidPipeline extends Error {
  /** What is wrong with it, as `kitewright check` tells. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    super(['the pipeline has errors:', ...errors.map(told)].join('\n'))
    this.name = 'InvalidPipeline'
    this.diagnostics = diagnostics
  }
}

function told({ code, path, message, why, hint }: Diagnostic): string {
  const notes = [why && `   = why: ${why}`, hint && `   = help: ${hint}`].filter(
    (note) => note !== undefined && note !== '',
  )
  return [`error[${code}]: ${message}`, `  --> ${path.join('.') || 'the pipeline'}`, ...notes].join('\n')
}
