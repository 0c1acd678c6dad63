import { attributeNames } from '../generated/attribute-names.ts'
import { stepKinds } from '../generated/step-kind.ts'
import { soleSuggestion, suggest } from '../suggest.ts'
import { type Place, inside, nameOf, pathOf } from './place.ts'
import type { Problem } from './problem.ts'
import type { Properties } from './shape.ts'
import { either } from './word.ts'

/** Whether a property may be written where it stands; other spellings are for YAML. */
export function isOffered(properties: Properties, name: string, { spelling }: Place): boolean {
  return Object.hasOwn(properties, name) && (spelling === 'wire' || properties[name]!.aliasOf === undefined)
}

/** An attribute that does not exist where it stands, with the one that was probably meant. */
export function unknownName(name: string, properties: Properties, place: Place): Problem {
  const named = Object.keys(properties).filter(
    (known) => isOffered(properties, known, place) && properties[known]?.yamlOnly !== true,
  )
  const usual = Object.hasOwn(properties, name) ? properties[name]?.aliasOf : undefined
  const suggestion = usual ?? suggest(name, named)
  const owners = place.parent === undefined && suggestion === undefined ? kindsWith(name) : []
  const belongs = owners.length === 0 ? '' : `; it belongs to ${either(owners)} steps`
  return {
    path: pathOf(inside(place, name)),
    kind: 'unknown',
    message: `${nameOf(place)} has no attribute "${name}"${belongs}`,
    expected: either(named),
    suggestion,
    isSure: suggestion !== undefined && (suggestion === usual || suggestion === soleSuggestion(name, named)),
  }
}

/** Something required that is not there, nor there under a misspelled name. */
export function missingName(name: string, found: readonly Problem[], place: Place): readonly Problem[] {
  if (found.some(({ kind, suggestion }) => kind === 'unknown' && suggestion === name)) return []
  return [{ path: pathOf(place), kind: 'missing', message: `${nameOf(place)} lacks "${name}"`, expected: name }]
}

function kindsWith(name: string): readonly string[] {
  return stepKinds.filter((kind) => attributeNames[kind].includes(name))
}
