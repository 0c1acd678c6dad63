import { type Graph, suggest } from '@kitewright/core'
import type { OwnScenario } from './scenario.ts'

/**
 * Refuses a scenario that speaks of a step which neither the pipeline nor anything uploaded has.
 *
 * @throws An error that says which, and what may have been meant.
 */
export function checkKeys(graphs: readonly Graph[], scenario: OwnScenario): void {
  const problem = unknownKey(graphs, scenario)
  if (problem !== undefined) throw new Error(problem)
}

/** What to say of a step that a scenario speaks of and no pipeline has. Returns undefined if there is none. */
export function unknownKey(graphs: readonly Graph[], scenario: OwnScenario): string | undefined {
  const known = graphs.flatMap(({ nodes }) => nodes.map(({ key, id }) => key ?? id))
  const names = new Set(known)
  for (const [where, name] of namesIn(scenario)) {
    const key = name.replace(/\[[^\]]*\]$/, '')
    if (!names.has(key)) return `${where}: ${unknownStep(key, known)}`
  }
  return undefined
}

/** What to say of a name that no step has. */
export function unknownStep(name: string, known: readonly string[]): string {
  const meant = suggest(name, known)
  return `this build has no step "${name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`
}

function* namesIn(scenario: OwnScenario): Iterable<readonly [where: string, name: string]> {
  for (const where of ['outcomes', 'durations', 'unblock', 'uploads'] as const)
    for (const name of Object.keys(scenario[where] ?? {})) yield [where, name]
  for (const where of ['retry', 'cancel'] as const)
    for (const { step } of scenario[where] ?? []) if (step !== undefined) yield [where, step]
}
