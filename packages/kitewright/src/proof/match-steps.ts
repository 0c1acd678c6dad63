import type { Graph, Node } from '@kitewright/core'
import { concurrencyOf } from '@kitewright/core/attributes'

/** What each key of an earlier pipeline is called in a later one. */
export type Renamed = ReadonlyMap<string, string>

/** Steps of two pipelines, as their builds have them. */
export interface Sides {
  readonly old: readonly Node[]
  readonly next: readonly Node[]
}

/** The steps of some graphs that are asked for, each once by its key. */
export function stepsIn(graphs: readonly Graph[], isAsked: (node: Node) => boolean): readonly Node[] {
  const found = new Map<string, Node>()
  for (const node of graphs.flatMap(({ nodes }) => nodes))
    if (isAsked(node) && !found.has(node.id)) found.set(node.id, node)
  return [...found.values()]
}

/** Matches steps that deploy: by key, then by what they run or start, then by their concurrency group. */
export function matchDeploys(sides: Sides): Renamed {
  return matched(sides, [({ id }) => id, workOf, ({ attributes }) => concurrencyOf(attributes).groupName])
}

/** Matches blocks: by key, then by what they say; then those that are left in their order, where they are as many. */
export function matchBlocks(sides: Sides): Renamed {
  const found = matched(sides, [({ id }) => id, ({ label }) => label])
  const [old, next] = [sides.old.filter(({ id }) => !found.has(id)), unmatched(sides.next, found)]
  const rest = old.length === next.length ? old.map(({ id }, index) => [id, next[index]?.id ?? id] as const) : []
  return new Map([...found, ...rest])
}

/** The steps of the later pipeline that are none of the earlier one. */
export function unmatched(next: readonly Node[], found: Renamed): readonly Node[] {
  const known = new Set(found.values())
  return next.filter(({ id }) => !known.has(id))
}

/** What a step does, whatever it is called. */
function workOf({ attributes }: Node): string | undefined {
  const { command, commands = command, trigger, plugins } = attributes
  const work = [commands, trigger, plugins].map((one) => one ?? null)
  return work.every((one) => one === null) ? undefined : JSON.stringify(work)
}

/** Matches by one trait after the other; one that several steps of a side have matches none. */
function matched({ old, next }: Sides, traits: readonly ((node: Node) => string | undefined)[]): Renamed {
  const found = new Map<string, string>()
  for (const trait of traits) {
    const left = old.filter(({ id }) => !found.has(id))
    const [mine, theirs] = [byTrait(left, trait), byTrait(unmatched(next, found), trait)]
    for (const [value, [one, ...others]] of mine) {
      const [other, ...more] = theirs.get(value) ?? []
      if (one && other && others.length + more.length === 0) found.set(one.id, other.id)
    }
  }
  return found
}

function byTrait(
  nodes: readonly Node[],
  trait: (node: Node) => string | undefined,
): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>()
  for (const node of nodes) {
    const value = trait(node)
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), node])
  }
  return groups
}
