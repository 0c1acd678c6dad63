import { openSources } from '../../locate/open-sources.ts'
import { sourcePlace } from '../../locate/source-place.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { Files } from '../../world/world.ts'
import { droppedSteps } from './dropped-steps.ts'
import type { LookedAt } from './looked-at.ts'
import { outsidersInCommands } from './outsiders-in-commands.ts'
import { textsAsConditions } from './texts-as-conditions.ts'

/**
 * Mistakes that the pipeline's values do not show, found in the text of its program: steps that no list has, texts that
 * are true whatever they say. Only what is certain is told.
 */
export function lookAtSource(file: string, files: Pick<Files, 'readText'>): readonly LocatedDiagnostic[] {
  const source = openSources(files)(file)
  if (source === undefined || source.errors.length > 0) return []
  const nodes = [...source.parents.keys()]
  const found: LookedAt[] = [
    ...droppedSteps(source, nodes),
    ...textsAsConditions(source, nodes),
    ...outsidersInCommands(source, nodes),
  ]
  return found.map(({ node, ...texts }) => ({
    ...texts,
    severity: 'warning',
    path: [],
    location: sourcePlace(source, node.start ?? 0, node.end ?? 0),
    related: [],
  }))
}
