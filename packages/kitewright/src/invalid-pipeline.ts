import { existsSync, readFileSync } from 'node:fs'
import type { Diagnostic } from '@kitewright/core'
import { usualWidth } from './report/excerpt.ts'
import { locateInSource } from './report/locate-in-source.ts'
import type { LocatedDiagnostic } from './report/located-diagnostic.ts'
import { textReport } from './report/text-report.ts'

/** A pipeline that Buildkite would not take as it is. Its message is what `kitewright check` says of the errors. */
export class InvalidPipeline extends Error {
  /** What is wrong with it, with the author's lines. */
  readonly diagnostics: readonly LocatedDiagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    const located = withLines(diagnostics)
    const errors = located.filter(({ severity }) => severity === 'error')
    super(`the pipeline has errors\n\n${textReport(errors, { cwd: process.cwd(), color: false, width: usualWidth })}`)
    this.name = 'InvalidPipeline'
    this.diagnostics = located
  }
}

/** Diagnostics with the author's lines, for whoever has no command's world. */
export function withLines(diagnostics: readonly Diagnostic[]): readonly LocatedDiagnostic[] {
  return locateInSource(diagnostics, { readText }).map(({ secret: _secret, fix: _fix, ...shown }) => shown)
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
