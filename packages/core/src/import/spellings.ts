import type { AgentStepKind } from '../agent/agent-step.ts'
import { namedFields } from '../agent/named-fields.ts'
import { stepShapes } from '../agent/shapes.ts'
import type { MergedPair } from '../parse/merged-pairs.ts'

/** Pairs under the names that the agent gives them: `name` becomes `label`, `commands` takes the place of `command`. */
export function renameSpellings(pairs: readonly MergedPair[], kind: AgentStepKind): readonly MergedPair[] {
  if (kind === 'unknown') return pairs
  const present = new Set(pairs.map(({ name }) => name))
  const renamed = new Map<string, string>()
  for (const [field, name] of namedFields(stepShapes[kind], present)) {
    if (name !== '' && name !== field.name) renamed.set(name, field.name)
  }
  const replaced = new Set(renamed.values())
  return pairs
    .filter(({ name }) => !replaced.has(name))
    .map((pair) => ({ ...pair, name: renamed.get(pair.name) ?? pair.name }))
}
