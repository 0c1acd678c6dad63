import type { Path } from '@kitewright/schema'
import { mergedPairs } from './merged-pairs.ts'
import type { SourceNode } from './source.ts'

/**
 * Where in the value of `plugins` each plugin is written: the agent makes one of every name of every mapping
 * (docs/spec/pipeline.md §5.5), so the third may stand in the first item.
 */
export function writtenPlugins(plugins: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): readonly Path[] {
  if (plugins.kind !== 'list') return namesOf(plugins, targets).map((name) => [name])
  return plugins.items.flatMap((item, index) => {
    const value = targets.get(item) ?? item
    return value.kind === 'map' ? namesOf(value, targets).map((name) => [index, name]) : [[index]]
  })
}

function namesOf(node: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): readonly string[] {
  return node.kind === 'map' ? mergedPairs(node, targets).pairs.map(({ name }) => name) : []
}
