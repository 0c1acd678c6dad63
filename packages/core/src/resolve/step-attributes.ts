import { interpolatedKey, interpolatedText, isInterpolated, isPlainObject, type PlainMap } from '@kitewright/schema'
import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginBrand } from '../model/plugin.ts'
import { brandOf } from '../model/brand.ts'
import { type PlainWalk, plainValue } from './plain-value.ts'

/** A step's attributes as they are sent, of what its author wrote; key, dependencies and steps are the graph's. */
export function stepAttributes(written: PlainMap, isRaw: boolean, walk: PlainWalk): PlainMap {
  const { key: _key, depends_on: _edges, steps: _steps, ...others } = written
  const own = isRaw ? others : withoutOptions(others)
  const plugins = own['plugins']
  return plainValue(plugins === undefined ? own : { ...own, plugins: pluginList(plugins) }, walk) as PlainMap
}

/** The pipeline's own attributes as they are sent; its steps are the graph's. */
export function pipelineAttributes(written: PlainMap, isRaw: boolean, walk: PlainWalk): PlainMap {
  const { steps: _steps, ...own } = written
  return plainValue(isRaw ? own : withoutOptions(own), walk) as PlainMap
}

/** Without what is for kitewright alone. An attribute of that name in `raw` is Buildkite's. */
function withoutOptions({ raw: _raw, allow: _allow, gates: _gates, ...own }: PlainMap): PlainMap {
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
      if (!brandOf(entry, pluginBrand)) return nameAlone(entry) ?? entry
      const { ref, config } = entry as Plugin
      if (config === null) return ref
      return { [isInterpolated(ref) ? interpolatedKey(ref[interpolatedText]) : String(ref)]: config }
    })
}

/** The name of a plugin that a map names without configuration. Otherwise undefined. */
function nameAlone(entry: unknown): string | undefined {
  if (!isPlainObject(entry) || Reflect.ownKeys(entry).length !== 1) return undefined
  const [[name, config] = []] = Object.entries(entry)
  return config === null ? name : undefined
}
