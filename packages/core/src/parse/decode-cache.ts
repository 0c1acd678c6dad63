import { decodeFields, decodeList, decodeText, decodeTexts, mismatch, unlessEmpty, unlessNull } from './decode.ts'
import type { Decoded, Decoder, Field } from './decode.ts'
import { jsonObject } from './json.ts'
import type { Path } from './problem.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

const fields: readonly Field[] = [
  { name: 'name', decode: unlessEmpty(decodeText) },
  { name: 'paths', decode: unlessEmpty(decodeTexts) },
  { name: 'size', decode: unlessEmpty(decodeText) },
]

/** `cache` of a command step (docs/spec/pipeline.md §5.6). */
export const decodeCache: Decoder = unlessNull((value, path) => {
  if (typeof value === 'boolean') return { json: value ? {} : false }
  if (typeof value === 'string') return { json: { paths: [value] } }
  if (isList(value)) return cachePaths(value, path)
  return isMap(value) ? cacheMap(value, path) : mismatch('`cache` must be a text, a list or a mapping', value, path)
})

const cachePaths = (items: readonly Value[], path: Path): Decoded => {
  const paths = decodeList(items, path, decodeText)
  return 'mismatch' in paths || items.length > 0 ? withPaths(paths) : { json: {} }
}

const withPaths = (paths: Decoded): Decoded =>
  'mismatch' in paths ? paths : { json: jsonObject([['paths', paths.json ?? null]]) }

const cacheMap = (map: ValueMap, path: Path): Decoded => {
  const disabled = map.get('disabled') ?? null
  if (disabled !== null && typeof disabled !== 'boolean') {
    return mismatch('`disabled` must be true or false', disabled, [...path, 'disabled'])
  }
  const rest = decodeFields(new Map([...map].filter(([key]) => key !== 'disabled')), path, fields)
  return 'mismatch' in rest || disabled !== true ? rest : { json: false }
}
