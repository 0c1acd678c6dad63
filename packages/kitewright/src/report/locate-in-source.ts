import type { Diagnostic } from '@kitewright/core'
import { locate } from '../locate/locate.ts'
import { mendSource } from '../mend/mend-source.ts'
import { openSources } from '../locate/open-sources.ts'
import type { Files } from '../world/world.ts'
import { locateDiagnostics } from './locate-diagnostics.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** Finds the places of diagnostics in the author's program, from the stacks of the calls that made its values, and in YAML that it reads. */
export function locateInSource(
  diagnostics: readonly Diagnostic[],
  files: Pick<Files, 'readText'>,
): readonly LocatedDiagnostic[] {
  const open = openSources(files)
  return locateDiagnostics(
    diagnostics,
    ({ origin }) => {
      if (origin?.trace.find !== undefined) return origin.trace.find(origin.path, origin.target)
      if (origin?.trace.stack === undefined) return undefined
      return locate(origin.trace.stack, origin.path, { target: origin.target, span: origin.span, open })
    },
    (mend) => mendSource(mend, open),
  )
}
