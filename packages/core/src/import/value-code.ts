import { goText } from '../agent/go-text.ts'
import { resolveScalar } from '../parse/resolve-scalar.ts'
import type { SourceMap, SourceNode, SourceScalar } from '../parse/source.ts'
import { isTimestamp } from '../agent/value.ts'
import type { Anchors } from './anchors.ts'
import { literal, name } from './code.ts'
import type { Code, Entry, ListItem } from './code.ts'
import { agentInterpolates, isPrintedAsText } from '../agent/places.ts'
import type { Owner } from '../agent/places.ts'
import { splitMap } from './split-map.ts'
import { textCode } from './text-code.ts'

/** Where a value stands, which decides how its texts are read. */
export interface Place {
  readonly owner: Owner
  readonly path: readonly (string | number)[]
  readonly anchors: Anchors
}

/** A value of the YAML as code of the same shape: aliases are names, merges are spreads. */
export function valueCode(node: SourceNode, place: Place): Code {
  const shared = place.anchors.constOf(node)
  if (shared !== undefined) return name(shared)
  switch (node.kind) {
    case 'alias': {
      const target = place.anchors.targets.get(node)
      return target === undefined ? literal(null) : valueCode(target, place)
    }
    case 'scalar':
      return scalarCode(node, place)
    case 'list':
      return { form: 'list', items: node.items.map((item, index) => listItem(item, inside(place, index))) }
    case 'map':
      return { form: 'object', entries: mapEntries(node, place) }
  }
}

/** The same place, one level down. */
export function inside(place: Place, segment: string | number): Place {
  return { ...place, path: [...place.path, segment] }
}

function listItem(node: SourceNode, place: Place): ListItem {
  return { code: valueCode(node, place), comment: commentOf(node) }
}

function mapEntries(map: SourceMap, place: Place): readonly Entry[] {
  const { spreads, pairs } = splitMap(map, place.anchors)
  return [
    ...spreads.map((spread): Entry => ({ spread: name(spread) })),
    ...pairs.map(({ name: key, key: keyNode, value }): Entry => ({
      ...keyed(key, inside(place, key)),
      value: valueCode(value, inside(place, key)),
      comment: joinComments(commentOf(keyNode), commentOf(value)),
    })),
  ]
}

/** A key as an expression that the agent fills in; otherwise as the text that it stands for. */
export function keyed(key: string, place: Place): { readonly key: string } | { readonly expression: string } {
  const code = textCode(key, agentInterpolates(place.owner, place.path))
  return code.form === 'literal' ? { key: String(code.value) } : { expression: key }
}

function scalarCode(node: SourceScalar, place: Place): Code {
  const resolved = resolveScalar(node)
  if ('reason' in resolved) return literal(node.text)
  const { value } = resolved
  if (typeof value === 'string') return textCode(value, agentInterpolates(place.owner, place.path))
  if (typeof value === 'bigint') return literal(Number(value))
  if (typeof value === 'number') return floatCode(value, place)
  if (typeof value === 'boolean') return literal(value)
  return literal(value !== null && isTimestamp(value) ? value.timestamp : emptyIn(place))
}

// The agent writes floats in its own way where it wants a text: 1e6 is "1e+06".
function floatCode(value: number, place: Place): Code {
  const text = goText(value) ?? ''
  return literal(text !== String(value) && isPrintedAsText(place.owner, place.path) ? text : value)
}

// To the agent an env value that is null is an empty text.
function emptyIn({ owner, path }: Place): '' | null {
  return (owner === 'command' || owner === 'pipeline') && path[0] === 'env' && path.length === 2 ? '' : null
}

/** All comments of a node, as lines. */
export function commentOf(node: SourceNode): string | undefined {
  return joinComments(node.commentBefore, node.comment)
}

export function joinComments(...comments: readonly (string | undefined)[]): string | undefined {
  const present = comments.filter((comment) => comment !== undefined)
  return present.length === 0 ? undefined : present.join('\n')
}
