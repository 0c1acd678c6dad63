import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asMap } from './read-value.ts'

/** One variable that a pipeline sets, with its place. */
export interface EnvEntry {
  readonly node?: Node | undefined
  readonly path: readonly string[]
  readonly name: string
  readonly value: unknown
}

/** Every variable of a pipeline, its steps and the builds that it triggers. */
export const envEntries: (graph: Graph) => readonly EnvEntry[] = oncePerGraph((graph) => [...walk(graph)])

function* walk(graph: Graph): Iterable<EnvEntry> {
  yield* entries(undefined, ['env'], graph.attributes['env'])
  for (const node of graph.nodes) {
    const { env, build } = node.attributes
    if (node.kind === 'command') yield* entries(node, ['env'], env)
    if (node.kind === 'trigger') yield* entries(node, ['build', 'env'], asMap(build)['env'])
  }
}

function* entries(node: Node | undefined, path: readonly string[], env: unknown): Iterable<EnvEntry> {
  for (const [name, value] of Object.entries(asMap(env))) yield { node, path: [...path, name], name, value }
}

/**
 * Whether a name was meant as a variable's and no shell can read it. What the agent fills in, and what has no letter, is
 * let be: other rules are about those.
 */
export function isUnreadableName(name: string): boolean {
  return !/^[A-Za-z_]\w*$/.test(name) && /^[ -~]*[A-Za-z0-9][ -~]*$/.test(name) && !/\$|\{\{/.test(name)
}
