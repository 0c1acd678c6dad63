import type { Path } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'

/** A stable order: by place in the pipeline, then by code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => comparePaths(a.path, b.path) || compare(a.code, b.code))
}

function comparePaths(a: Path, b: Path): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const difference = compare(a[depth] as string | number, b[depth] as string | number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
