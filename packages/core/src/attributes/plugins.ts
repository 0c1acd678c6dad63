import type { Path } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asMap } from './read-value.ts'

/** One plugin of a step: what names it, and its configuration. */
export interface PluginUse {
  readonly node: Node
  readonly ref: string
  readonly config: unknown
  readonly path: Path
}

/** Every plugin of a pipeline, in each form (docs/spec/pipeline.md §5.5). */
export const pluginUses: (graph: Graph) => readonly PluginUse[] = oncePerGraph((graph) => [...walk(graph)])

function* walk({ nodes }: Graph): Iterable<PluginUse> {
  for (const node of nodes) {
    const { plugins } = node.attributes
    if (Array.isArray(plugins)) {
      for (const [index, entry] of plugins.entries()) yield* uses(node, entry, ['plugins', index])
    } else yield* uses(node, plugins, ['plugins'])
  }
}

function* uses(node: Node, entry: unknown, path: Path): Iterable<PluginUse> {
  if (typeof entry === 'string') yield { node, ref: entry, config: undefined, path }
  for (const [ref, config] of Object.entries(asMap(entry))) yield { node, ref, config, path: [...path, ref] }
}

/** Whether a plugin, as authors write it, is what a repository holds: a plugin's own builds try it at its newest. */
export function isPluginOf(ref: string, repository: string | undefined): boolean {
  const name = /([^/#]+?)(?:-buildkite-plugin)?(?:\.git)?(?:#.*)?$/.exec(ref)?.[1]
  return name !== undefined && /([^/:]+?)(?:\.git)?\/*$/.exec(repository ?? '')?.[1] === `${name}-buildkite-plugin`
}

/** A plugin as authors write it: without the address that the agent makes of a short name (docs/spec/plugins.md §1). */
export function shortRef(ref: string): string {
  const [, owner, name, rest = ''] = /^github\.com\/([^/#]+)\/([^/#]+)-buildkite-plugin(#.*)?$/.exec(ref) ?? []
  if (name === undefined) return ref
  return `${owner === 'buildkite-plugins' ? '' : `${owner}/`}${name}${rest}`
}
