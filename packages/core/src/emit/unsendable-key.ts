import type { Path, PlainMap } from '@kitewright/schema'
import { escapeDollar } from '../agent/interpolation/escape-dollar.ts'
import { changesUnderInterpolation } from './escape-key.ts'
import { escapeSpecial } from './escape-special.ts'
import { agentInterpolates, emptyNameIn, isGoMap, type Owner } from '../agent/places.ts'
import { hasLoneSurrogate } from './lone-surrogate.ts'
import type { UnsendableProblem } from './unsendable.ts'

/** A map, and where the agent has it. */
export interface MapPlace {
  readonly map: PlainMap
  readonly names: readonly string[]
  /** What the agent takes the map's step for. */
  readonly kind: () => Owner
  /** What the agent tries to take it for. */
  readonly statedKind: () => Owner
  /** From the step. */
  readonly path: Path
  readonly interpolation: boolean
}

type Fault = readonly [problem: UnsendableProblem, message: string]

const emptyNameMessages = {
  shared: 'the agent reads a field without a name as each known field that is not there',
  refused: 'the agent wants every entry here to have a name',
}

// The agent's reader wants a key's end within 1,024 characters of its start, escapes and quotes counted.
const longestKey = 1_000

/** What keeps a key of a map from arriving, if anything does. */
export function keyFault(key: string, place: MapPlace): Fault | undefined {
  if (hasLoneSurrogate(key)) return ['lone-surrogate', `the key ${JSON.stringify(key)} has half of a surrogate pair`]
  const emptyName = key === '' ? emptyNameIn(place.statedKind(), place.path) : undefined
  if (emptyName !== undefined) return ['empty-key', emptyNameMessages[emptyName]]
  const isChanged =
    place.interpolation && changesUnderInterpolation(key) && agentInterpolates(place.kind(), [...place.path, key])
  const written = isChanged ? escapeDollar(key) : key
  return lengthFault(written) ?? (isChanged ? changedKeyFault(key, written, place) : undefined)
}

/** Whether a key is too long as it is written. */
export function lengthFault(written: string): Fault | undefined {
  if (writtenLength(written) <= longestKey) return undefined
  return ['long-key', `the agent refuses keys over ${longestKey.toLocaleString('en')} characters, escapes counted`]
}

/** The agent changes keys while it walks the map, and may meet what it has changed. */
function changedKeyFault(key: string, written: string, place: MapPlace): Fault | undefined {
  if (Object.hasOwn(place.map, written)) {
    const both = `${JSON.stringify(key)} and ${JSON.stringify(written)}`
    return ['colliding-keys', `the keys ${both} become one while the agent interpolates, and one is lost`]
  }
  if (place.names.length > largestStableMap && isGoMap(place.kind(), place.path)) {
    const limit = `a map of more than ${largestStableMap} entries`
    return ['unstable-key', `in ${limit} the agent may interpolate ${JSON.stringify(key)} and its value twice`]
  }
  return undefined
}

// Go keeps up to eight entries in one group of slots, and puts a changed key back into the slot it has just left. Seen
// with agent 3.137.0: none of 4,000 maps of eight entries was damaged, three out of four of nine entries were.
const largestStableMap = 8

function writtenLength(key: string): number {
  if (key.length <= longestKey / 6) return key.length
  return [...escapeSpecial(JSON.stringify(key))].length - 2
}
