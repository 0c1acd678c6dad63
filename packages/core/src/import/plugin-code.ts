import { followed } from './anchors.ts'
import { call, literal } from './code.ts'
import type { Code, ListItem } from './code.ts'
import type { MergedPair } from '../parse/merged-pairs.ts'
import { resolveScalar } from '../parse/resolve-scalar.ts'
import type { SourceNode } from '../parse/source.ts'
import { splitMap } from './split-map.ts'
import { commentOf, inside, joinComments, valueCode } from './value-code.ts'
import type { Place } from './value-code.ts'

/** `plugins` of a command step as `plugin(…)` calls; a shared list stays a name. Returns undefined for other values. */
export function pluginsCode(node: SourceNode, place: Place): Code | undefined {
  if (place.anchors.constOf(node) !== undefined) return valueCode(node, place)
  const plugins = followed(node, place.anchors.targets)
  if (plugins.kind === 'map') return listOf(entries(plugins, place))
  if (plugins.kind !== 'list') return undefined
  return listOf(plugins.items.map((item, index) => pluginItems(item, inside(place, index))))
}

type Items = readonly ListItem[] | undefined

function listOf(items: Items | readonly Items[]): Code | undefined {
  const flat = items?.flat()
  return flat === undefined || flat.includes(undefined)
    ? undefined
    : { form: 'list', items: flat as readonly ListItem[] }
}

function pluginItems(node: SourceNode, place: Place): Items {
  if (place.anchors.constOf(node) !== undefined) return [{ code: valueCode(node, place), comment: commentOf(node) }]
  const item = followed(node, place.anchors.targets)
  if (item.kind === 'map') return entries(item, place, commentOf(node))
  if (item.kind !== 'scalar') return undefined
  const resolved = resolveScalar(item)
  if ('reason' in resolved || typeof resolved.value !== 'string') return undefined
  return [{ code: refCode(resolved.value), comment: commentOf(node) }]
}

// The agent completes a name by its first characters, escapes included: one with a `$` stays as it is.
function refCode(ref: string): Code {
  return ref.includes('$') ? call('interpolated', literal(ref)) : literal(ref)
}

function entries(map: SourceNode, place: Place, comment?: string): Items {
  if (map.kind !== 'map') return undefined
  const { spreads, pairs } = splitMap(map, place.anchors)
  if (spreads.length > 0) return undefined
  return pairs.map((pair, index) => ({
    code: pluginCode(pair, inside(place, pair.name)),
    comment: joinComments(index === 0 ? comment : undefined, commentOf(pair.key), commentOf(pair.value)),
  }))
}

// A plugin without configuration is its name alone.
function pluginCode({ name: ref, value }: MergedPair, place: Place): Code {
  const source = refCode(ref)
  const config = valueCode(value, place)
  return config.form === 'literal' && config.value === null ? source : call('plugin', source, config)
}
