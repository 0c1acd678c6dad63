import { attributeAliases } from './generated/attribute-aliases.ts'
import type { StepKind } from './generated/step-kind.ts'

/** The names under which Buildkite takes an attribute, its own first. Of several, the first that is there counts. */
export function spellings(kind: StepKind | 'pipeline', attribute: string): readonly string[] {
  const aliases = Object.entries(attributeAliases[kind]).filter(([, usual]) => usual === attribute)
  return [attribute, ...aliases.map(([alias]) => alias)]
}
