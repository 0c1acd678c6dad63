import { mismatch } from './decode.ts'
import type { Decoded, Decoder } from './decode.ts'
import type { Json } from './json.ts'
import type { Path } from './problem.ts'
import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'

/** `secrets` (docs/spec/pipeline.md §5.7): always printed as a list of mappings. */
export const decodeSecrets: Decoder = (value, path) => {
  const secrets: Json[] = []
  for (const [item, itemPath] of secretItems(value, path)) {
    const decoded = decodeSecret(item, itemPath)
    if ('mismatch' in decoded) return decoded
    secrets.push(decoded.json ?? null)
  }
  if (!isList(value) && !isMap(value)) return mismatch('`secrets` must be a list or a mapping', value, path)
  return { json: secrets.length === 0 ? undefined : secrets }
}

// A mapping ENV → secret stands for a list.
const secretItems = (value: Value, path: Path): readonly (readonly [Value, Path])[] => {
  if (isList(value)) return value.map((item, index) => [item, [...path, index]])
  if (!isMap(value)) return []
  return [...value].map(([name, key]) => [
    new Map<string, Value>([
      ['key', key],
      ['environment_variable', name === '' ? 0n : name],
    ]),
    [...path, name],
  ])
}

const decodeSecret = (item: Value, path: Path): Decoded => {
  if (typeof item === 'string') return { json: { key: item, environment_variable: item } }
  if (!isMap(item)) return mismatch('a secret must be a text or a mapping', item, path)
  const key = item.get('key') ?? null
  if (typeof key !== 'string' || key === '') return { mismatch: 'a secret needs a non-empty `key`', path }
  const variable = item.get('environment_variable') ?? null
  if (variable === null || variable === '') return { json: { key } }
  if (typeof variable !== 'string') return { mismatch: 'the name of an environment variable must be a text', path }
  return { json: { key, environment_variable: variable } }
}
