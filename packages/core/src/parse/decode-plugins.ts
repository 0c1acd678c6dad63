import { mismatch, toJson } from './decode.ts'
import type { Decoder } from './decode.ts'
import { jsonObject } from './json.ts'
import type { Json } from './json.ts'
import { pluginSource } from './plugin-source.ts'
import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'

/** `plugins` (docs/spec/pipeline.md §5.5): always printed as a list of one-key mappings with the full source. */
export const decodePlugins: Decoder = (value, path) => {
  if (value === null) return { json: undefined }
  if (!isList(value) && !isMap(value)) return mismatch('`plugins` must be a list or a mapping', value, path)
  const plugins: Json[] = []
  for (const [index, item] of (isMap(value) ? [value] : value).entries()) {
    if (isMap(item)) plugins.push(...[...item].map(([source, config]) => printPlugin(source, config)))
    else if (typeof item === 'string') plugins.push(printPlugin(item, null))
    else return mismatch('a plugin must be a text or a mapping', item, [...path, index])
  }
  return { json: plugins.length === 0 ? undefined : plugins }
}

const printPlugin = (source: string, config: Value): Json => jsonObject([[pluginSource(source), printConfig(config)]])

const printConfig = (config: Value): Json => {
  const empty = (isList(config) && config.length === 0) || (isMap(config) && config.size === 0)
  return empty ? null : toJson(config)
}
