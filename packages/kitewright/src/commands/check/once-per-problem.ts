import { unusedPermission } from '@kitewright/core/check'
import type { LookedAt } from '../../context/usual-builds.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { sortByPlace } from '../../report/sort-by-place.ts'

/**
 * The problems of a file, each once, with the builds that have it where not all do.
 *
 * @param found What was found in each of the builds.
 */
export function oncePerProblem(
  found: readonly { readonly build: LookedAt; readonly diagnostics: readonly LocatedDiagnostic[] }[],
  namesOf: (builds: readonly LookedAt[]) => string,
): readonly LocatedDiagnostic[] {
  const [first] = found
  if (first !== undefined && found.length === 1) return first.diagnostics
  const problems = new Map<string, { readonly diagnostic: LocatedDiagnostic; readonly builds: LookedAt[] }>()
  for (const { build, diagnostics } of found) {
    for (const diagnostic of diagnostics) {
      const name = nameOf(diagnostic)
      const known = problems.get(name)
      if (known === undefined) problems.set(name, { diagnostic, builds: [build] })
      else if (known.builds.at(-1) !== build) known.builds.push(build)
    }
  }
  const told = [...problems.values()].flatMap(({ diagnostic, builds }) => {
    if (builds.length === found.length) return [diagnostic]
    // It is needed if it comes up in any of them.
    if (diagnostic.code === unusedPermission.code) return []
    return [{ ...diagnostic, related: [...diagnostic.related, { message: `only for ${namesOf(builds)}` }] }]
  })
  return sortByPlace(told)
}

/** What is the same in two builds is one problem: steps may stand at other positions. */
function nameOf({ code, severity, message, path, location }: LocatedDiagnostic): string {
  const place = location === undefined ? path : [location.file, location.line, location.column, location.length]
  return [code, severity, message, ...place].join('\0')
}
