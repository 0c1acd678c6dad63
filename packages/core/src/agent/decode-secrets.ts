import { decodeItems, mismatch, within } from './decoded.ts'
import type { Decoded } from './decoded.ts'
import type { Json } from './json.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** `secrets` (docs/spec/pipeline.md §5.7): always printed as a list of mappings. */
export function decodeSecrets(value: Value): Decoded {
  if (isMap(value)) return decodeVariables(value)
  return isList(value) ? decodeItems(value, decodeSecret) : mismatch('`secrets` must be a list or a mapping', value)
}

/** A mapping from variables to secrets. */
function decodeVariables(map: ValueMap): Decoded {
  const secrets: Json[] = []
  for (const [variable, key] of map) {
    if (typeof key !== 'string') return within(variable, mismatch('the key of a secret must be a text', key))
    if (key === '' || variable === '') return { mismatch: 'a secret and its variable need names', path: [variable] }
    secrets.push({ key, environment_variable: variable })
  }
  return { json: secrets }
}

function decodeSecret(item: Value): Decoded {
  if (typeof item === 'string') return { json: printSecret(item, item) }
  if (!isMap(item)) return mismatch('a secret must be a text or a mapping', item)
  const key = item.get('key')
  if (typeof key !== 'string' || key === '') return { mismatch: 'a secret needs a non-empty `key`', path: [] }
  const variable = item.get('environment_variable') ?? ''
  if (typeof variable !== 'string') {
    return within('environment_variable', mismatch('the name of an environment variable must be a text', variable))
  }
  return { json: printSecret(key, variable) }
}

function printSecret(key: string, variable: string): Json {
  return variable === '' ? { key } : { key, environment_variable: variable }
}
