import { decodeItems, mismatch } from './decoded.ts'
import type { Decoded } from './decoded.ts'
import { jsonObject } from './json.ts'
import type { Json } from './json.ts'
import { pluginSource } from './plugin-source.ts'
import { isList, isMap, toJson } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** `plugins` (docs/spec/pipeline.md §5.5): always printed as a list of one-key mappings with the full source. */
export function decodePlugins(value: Value): Decoded {
  if (value === null) return { json: null }
  if (isMap(value)) return { json: printPlugins(value) }
  if (!isList(value)) return mismatch('`plugins` must be a list or a mapping', value)
  const items = decodeItems(value, decodeItem)
  return 'mismatch' in items ? items : { json: items.json.flat() }
}

/** The plugins of one item: a mapping may name several. */
function decodeItem(item: Value): Decoded<readonly Json[]> {
  if (typeof item === 'string') return { json: printPlugins(new Map([[item, null]])) }
  return isMap(item) ? { json: printPlugins(item) } : mismatch('a plugin must be a text or a mapping', item)
}

function printPlugins(plugins: ValueMap): readonly Json[] {
  return [...plugins].map(([source, config]) => jsonObject([[pluginSource(source), printConfig(config)]]))
}

function printConfig(config: Value): Json {
  const isEmpty = (isList(config) && config.length === 0) || (isMap(config) && config.size === 0)
  return isEmpty ? null : toJson(config)
}
