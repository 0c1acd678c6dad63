import { attributeAliases, type PlainMap, type StepKind, withInterpolatedKeys } from '@kitewright/schema'

/** The attributes that an author wrote in `raw`, each with the name under which it stands there. */
export type RawNames = ReadonlyMap<string, string>

/** What an author wrote, in one view. */
export interface WrittenAttributes {
  /** Typed attributes and `raw` together. What stands in `raw` wins, as it does in what is sent. */
  readonly written: PlainMap
  readonly raw: RawNames
}

const nothingRaw: RawNames = new Map()

/**
 * What the author of a step or pipeline wrote. `raw` takes an attribute out of type checking, not out of understanding:
 * what it holds under another spelling that Buildkite takes stands under the usual name, unless that is there too.
 */
export function writtenAttributes(author: object, kind: StepKind | 'pipeline'): WrittenAttributes {
  const { raw } = author as PlainMap
  if (typeof raw !== 'object' || raw === null) return { written: author as PlainMap, raw: nothingRaw }
  const { raw: _raw, allow: _allow, gates: _gates, ...typed } = author as PlainMap
  const given = Object.entries(withInterpolatedKeys(raw as PlainMap)).filter(([, value]) => value !== undefined)
  const usual = usualNames([...Object.keys(typed), ...given.map(([name]) => name)], kind)
  const added = given.map(([name, value]): readonly [string, unknown] => [usual.get(name) ?? name, value])
  return {
    written: Object.fromEntries([...Object.entries(typed), ...added]),
    raw: new Map(given.map(([name]) => [usual.get(name) ?? name, name])),
  }
}

/** The usual names of other spellings. Of several for one attribute, the first that is there counts. */
function usualNames(names: readonly string[], kind: StepKind | 'pipeline'): ReadonlyMap<string, string> {
  // A wait is sent as `wait`, so that no other spelling stands for it.
  const there = new Set(kind === 'wait' ? [...names, 'wait'] : names)
  const found = new Map<string, string>()
  for (const [alias, usual] of Object.entries(attributeAliases[kind])) {
    if (!there.has(alias) || there.has(usual)) continue
    there.add(usual)
    found.set(alias, usual)
  }
  return found
}
