import type { DecodedKind } from './decoded-kind.ts'
import { allFit, has, isListOf, isScalar, nameUsed, orNull } from './field.ts'
import type { Field, PlainMap } from './field.ts'

const key: Field = { names: ['key', 'id', 'identifier'], fits: isScalar }
const name: Field = { names: ['group', 'label', 'name'], fits: isScalar }

/**
 * Whether a step decodes into the agent's group step. A child that the agent does not know makes the whole group
 * unknown, unless the group has a field that the agent does not model: then the warning is lost
 * (docs/spec/pipeline.md §2.3).
 */
export function decodesAsGroup(group: PlainMap, kindOf: (step: unknown) => DecodedKind | 'refused'): boolean {
  const warningsAreLost = hasUnmodelledField(group)
  const isFine = (child: unknown): boolean => {
    const kind = kindOf(child)
    return kind !== 'refused' && (kind !== 'unknown' || warningsAreLost)
  }
  return allFit(group, [key, name, { names: ['steps'], fits: orNull(isListOf(isFine)) }])
}

function hasUnmodelledField(group: PlainMap): boolean {
  const modelled = [nameUsed(group, key), nameUsed(group, name), 'steps']
  return Object.keys(group).some((field) => has(group, field) && !modelled.includes(field))
}
