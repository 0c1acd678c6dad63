import { jsonObject } from './json.ts'
import type { Json } from './json.ts'
import { mismatch, mismatchAmong } from './mismatch.ts'
import { pluginSource } from './plugin-source.ts'
import type { OwnShape } from './shape.ts'
import { isList, isMap, toJson } from './value.ts'
import type { Value } from './value.ts'

/** `plugins` (docs/spec/pipeline.md §5.5): printed as a list of one-key mappings with the full source. */
export const plugins: OwnShape = {
  type: 'own',
  findMismatch(value) {
    if (value === null || isMap(value)) return undefined
    if (!isList(value)) return mismatch('`plugins` must be a list or a mapping', value)
    return mismatchAmong(value, (item) =>
      typeof item === 'string' || isMap(item) ? undefined : mismatch('a plugin must be a text or a mapping', item),
    )
  },
  print: (value) => (isList(value) ? value : [value]).flatMap(printItem),
  isUnordered: true,
}

/** The plugins of one item: a mapping may name several. */
function printItem(item: Value): readonly Json[] {
  if (isMap(item)) return [...item].map(([source, config]) => printPlugin(source, config))
  return typeof item === 'string' ? [printPlugin(item, null)] : []
}

function printPlugin(source: string, config: Value): Json {
  const isEmpty = (isList(config) && config.length === 0) || (isMap(config) && config.size === 0)
  return jsonObject([[pluginSource(source), isEmpty ? null : toJson(config)]])
}
