import {
  interpolatedKey,
  interpolatedText,
  isInterpolated,
  isPlainObject,
  keyExpression,
  type PlainMap,
  withInterpolatedKeys,
} from '@kitewright/schema'
import { holdsInterpolatedNames, ownCopy, tooLarge } from '../model/own-copy.ts'
import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginBrand } from '../model/plugin.ts'
import { brandOf } from '../model/brand.ts'

/** A step's attributes as they are sent, of what its author wrote; key, dependencies and steps are the graph's. */
export function stepAttributes(written: PlainMap, isRaw: boolean): PlainMap {
  const own = given(isRaw ? ofRaw(written) : ofOptions(written))
  const plugins = own['plugins']
  return plugins === undefined ? own : { ...own, plugins: pluginList(plugins) }
}

/** The pipeline's own attributes as they are sent; its steps are the graph's. */
export function pipelineAttributes(written: PlainMap, isRaw: boolean): PlainMap {
  const { steps: _steps, ...others } = written
  const own = ownCopy(isRaw ? others : withoutOptions(others))
  return own === tooLarge ? {} : given(own)
}

function ofOptions(written: PlainMap): PlainMap {
  const { key: _key, depends_on: _edges, steps: _steps, raw: _raw, allow: _allow, gates: _gates, ...own } = written
  return own
}

/** An attribute in `raw` that is called like an option of kitewright's is Buildkite's. */
function ofRaw({ key: _key, depends_on: _edges, steps: _steps, ...own }: PlainMap): PlainMap {
  return own
}

function withoutOptions({ raw: _raw, allow: _allow, gates: _gates, ...own }: PlainMap): PlainMap {
  return own
}

/**
 * The attributes without those that are `undefined`, and with the names that the agent fills in as graphs have them: most
 * owners have neither, and are themselves.
 */
function given(own: PlainMap): PlainMap {
  for (const name in own) {
    if (own[name] === undefined || holdsInterpolatedNames(own[name])) return given(withGraphNames(own))
  }
  return own
}

function withGraphNames(own: PlainMap): PlainMap {
  const entries = Object.entries(own).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, graphValue(value)]))
}

function graphValue(value: unknown): unknown {
  if (!holdsInterpolatedNames(value)) return value
  if (Array.isArray(value)) return value.map(graphValue)
  const named = Object.entries(withInterpolatedKeys(value as PlainMap))
  return Object.fromEntries(named.map(([name, inner]) => [name, graphValue(inner)]))
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
      return { [isInterpolated(ref) ? interpolatedKey(ref[interpolatedText]) : String(ref)]: graphValue(config) }
    })
}

/** The name of a plugin that a map names without configuration. Otherwise undefined. */
function nameAlone(entry: unknown): string | undefined {
  if (!isPlainObject(entry) || Reflect.ownKeys(entry).length !== 1) return undefined
  const [[name, config] = []] = Object.entries(entry)
  return config === null && name !== undefined && keyExpression(name) === undefined ? name : undefined
}
