import type { PlainMap } from '@kitewright/schema'
import type { Graph } from '../model/graph.ts'
import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginBrand } from '../model/plugin.ts'
import { brandOf } from '../model/brand.ts'
import { type PlainWalk, plainValue } from './plain-value.ts'

/** Attributes as they are sent, `raw` merged in, and the names that `raw` took out of checking. */
type Sent = Pick<Graph, 'attributes' | 'raw'>

/** A step's attributes as they are sent; key, dependencies and steps are the graph's. */
export function stepAttributes(step: object, walk: PlainWalk): Sent {
  const { key: _key, depends_on: _edges, steps: _steps, raw, allow: _allow, ...own } = step as PlainMap
  const listed = own['plugins'] === undefined ? own : { ...own, plugins: pluginList(own['plugins']) }
  return withRaw(listed, raw, walk)
}

/** The pipeline's own attributes as they are sent; its steps are the graph's. */
export function pipelineAttributes(options: object, walk: PlainWalk): Sent {
  const { steps: _steps, raw, allow: _allow, gates: _gates, ...own } = options as PlainMap
  return withRaw(own, raw, walk)
}

const nothingRaw: ReadonlySet<string> = new Set()

function withRaw(own: PlainMap, raw: unknown, walk: PlainWalk): Sent {
  const attributes = plainValue(own, walk) as PlainMap
  if (raw === undefined || raw === null) return { attributes, raw: nothingRaw }
  const added = plainValue({ ...raw }, walk) as PlainMap
  return { attributes: { ...attributes, ...added }, raw: new Set(Object.keys(raw)) }
}

/**
 * Plugins as Buildkite takes them: a name, or a map from the name to its configuration (docs/spec/pipeline.md §5.5).
 */
function pluginList(plugins: unknown): unknown {
  if (!Array.isArray(plugins)) return plugins
  return plugins
    .filter((entry) => !isNothing(entry))
    .map((entry) => {
      if (!brandOf(entry, pluginBrand)) return entry
      const { ref, config } = entry as Plugin
      return config === null ? ref : { [String(ref)]: config }
    })
}
