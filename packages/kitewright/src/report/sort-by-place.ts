import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** Diagnostics as their lines follow each other, file by file; those without a place first. */
export function sortByPlace(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const files = [...new Set(diagnostics.map(({ location }) => location?.file))]
  const fileOf = ({ location }: LocatedDiagnostic): number => (location ? files.indexOf(location.file) : -1)
  return diagnostics.toSorted(
    (one, other) =>
      fileOf(one) - fileOf(other) ||
      (one.location?.line ?? 0) - (other.location?.line ?? 0) ||
      (one.location?.column ?? 0) - (other.location?.column ?? 0),
  )
}
