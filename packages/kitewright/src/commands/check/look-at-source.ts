import { openSources } from '../../locate/open-sources.ts'
import type { Source } from '../../locate/parse-source.ts'
import { importedSources } from '../../locate/source-imports.ts'
import { sourcePlace } from '../../locate/source-place.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { Files } from '../../world/world.ts'
import { droppedSteps } from './dropped-steps.ts'
import type { LookedAt } from './looked-at.ts'
import { outsidersInCommands } from './outsiders-in-commands.ts'
import { textsAsConditions } from './texts-as-conditions.ts'

/**
 * Mistakes that the pipeline's values do not show, found in the text of its program and of the files that it imports by a
 * path: steps that no list has, texts that are true whatever they say. Only what is certain is told.
 */
export function lookAtSource(file: string, files: Pick<Files, 'readText'>): readonly LocatedDiagnostic[] {
  const sources = importedSources(file, openSources(files))
  return sources.flatMap((source) => {
    if (source.errors.length > 0 || /[\\/]node_modules[\\/]/.test(source.file)) return []
    const nodes = [...source.parents.keys()]
    const found: readonly LookedAt[] = [
      // A helper may make steps for others to list.
      ...(source.file === file ? droppedSteps(source, nodes) : []),
      ...textsAsConditions(source, nodes),
      ...outsidersInCommands(source, nodes),
    ]
    return found.map((one) => located(one, source))
  })
}

function located({ node, ...texts }: LookedAt, source: Source): LocatedDiagnostic {
  const location = sourcePlace(source, node.start ?? 0, node.end ?? 0)
  return { ...texts, severity: 'warning', path: [], location, related: [] }
}
