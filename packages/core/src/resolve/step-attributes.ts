import type { PlainMap } from '@kitewright/schema'
import type { Graph } from '../model/graph.ts'
import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginBrand } from '../model/plugin.ts'
import { brandOf } from '../model/brand.ts'

/** Attributes as they are sent, `raw` merged in, and the names that `raw` took out of checking. */
type Sent = Pick<Graph, 'attributes' | 'raw'>

/** A step's attributes as they are sent; key, dependencies and steps are the graph's. */
export function stepAttributes(step: object): Sent {
  const { key: _key, depends_on: _edges, steps: _steps, raw, allow: _allow, ...own } = step as PlainMap
  const listed = own['plugins'] === undefined ? own : { ...own, plugins: pluginList(own['plugins']) }
  return withRaw(listed, raw)
}

/** The pipeline's own attributes as they are sent; its steps are the graph's. */
export function pipelineAttributes(options: object): Sent {
  const { steps: _steps, raw, allow: _allow, gates: _gates, ...own } = options as PlainMap
  return withRaw(own, raw)
}

const nothingRaw: ReadonlySet<string> = new Set()

function withRaw(own: PlainMap, raw: unknown): Sent {
  const attributes = given(own)
  if (raw === undefined || raw === null) return { attributes, raw: nothingRaw }
  return { attributes: { ...attributes, ...given(raw as PlainMap) }, raw: new Set(Object.keys(raw)) }
}

/** The attributes without those that are `undefined`: most owners have none, and are themselves. */
function given(own: PlainMap): PlainMap {
  for (const name in own) {
    if (own[name] === undefined)
      return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  }
  return own
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
