import { suggest } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { slug } from '../model/slug.ts'

/** The step that a key most likely means. What the agent passes on unread has names that only its author knows. */
export function nearStep(key: string, { nodes }: Graph): Node | undefined {
  const named = nodes.filter((node) => node.key !== undefined && node.raw.size === 0)
  // With the very key of a step here, its author means another one.
  if (named.some((node) => node.key === key && isWritten(node))) return undefined
  const bySlug = named.find((node) => node.key === slug(key))
  const keys = named.flatMap((node) => (isWritten(node) ? (node.key ?? []) : []))
  const near = suggest(key, keys)
  return bySlug ?? named.find((node) => node.key === near)
}

/** Whether a step has a key of its own: others are known by it. */
export function isWritten({ written }: Node): boolean {
  return written['key'] !== undefined
}
