import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** At most so many diagnostics, in their order: no warning takes the place of an error. */
export function mostUrgent(diagnostics: readonly LocatedDiagnostic[], count: number): readonly LocatedDiagnostic[] {
  if (diagnostics.length <= count) return diagnostics
  const ranked = (['error', 'warning', 'info'] as const).flatMap((wanted) =>
    diagnostics.flatMap(({ severity }, index) => (severity === wanted ? [index] : [])),
  )
  const kept = new Set(ranked.slice(0, count))
  return diagnostics.filter((_, index) => kept.has(index))
}
