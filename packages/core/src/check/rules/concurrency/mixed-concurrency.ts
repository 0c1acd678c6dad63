import { isInterpolated } from '@kitewright/schema'
import { type Concurrency, concurrencyOf } from '../../../attributes/concurrency.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'

/** Jobs of one concurrency group that differ in `concurrency` (docs/spec/semantics.md §10). */
export const mixedConcurrency: Rule = {
  code: 'KW3111',
  severity: 'warning',
  *check(graph) {
    for (const { here, earlier, group } of differing(graph, limitOf))
      yield {
        node: here.node,
        path: here.path,
        message: `concurrency group "${group}" has the limit ${here.value} here and ${earlier.value} elsewhere`,
        why: 'each job is held against its own limit, so the group as a whole has none',
        hint: 'use one number for the whole group',
        related: [{ message: 'elsewhere', origin: originAt(earlier.node, earlier.path) }],
      }
  },
}

/** Jobs of one concurrency group that differ in `concurrency_method` (docs/spec/semantics.md §10). */
export const mixedConcurrencyMethod: Rule = {
  code: 'KW3112',
  severity: 'warning',
  *check(graph) {
    for (const { here, earlier, group } of differing(graph, methodOf))
      yield {
        node: here.node,
        path: here.path,
        message: `concurrency group "${group}" has the method "${here.value}" here and "${earlier.value}" elsewhere`,
        why: 'eager jobs overtake ordered ones, so no order is kept',
        hint: 'use one method for the whole group',
        related: [{ message: 'elsewhere', origin: originAt(earlier.node, earlier.path) }],
      }
  },
}

interface Said {
  readonly value: unknown
  readonly path: readonly string[]
}

function limitOf({ limit }: Concurrency): Said {
  return { value: limit, path: ['concurrency'] }
}

function methodOf({ method }: Concurrency): Said {
  return { value: method ?? 'ordered', path: [method === undefined ? 'concurrency_group' : 'concurrency_method'] }
}

interface Difference {
  readonly group: string
  readonly here: Said & { readonly node: Node }
  /** The first step of the group. */
  readonly earlier: Said & { readonly node: Node }
}

/** Of each group, the first step that differs from the one before. Nothing is known of what the agent fills in. */
function* differing({ nodes }: Graph, read: (concurrency: Concurrency) => Said): Iterable<Difference> {
  const first = new Map<string, Difference['earlier']>()
  const told = new Set<string>()
  for (const node of nodes) {
    const concurrency = concurrencyOf(node.attributes)
    const { group } = concurrency
    const here = { node, ...read(concurrency) }
    if (typeof group !== 'string' || here.value === undefined || isInterpolated(here.value)) continue
    const earlier = first.get(group)
    if (earlier === undefined) first.set(group, here)
    else if (earlier.value !== here.value && !told.has(group)) {
      told.add(group)
      yield { group, here, earlier }
    }
  }
}
