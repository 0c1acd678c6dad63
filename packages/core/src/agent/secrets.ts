import type { Json } from './json.ts'
import { mismatch, mismatchAmong, within } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import type { OwnShape } from './shape.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** `secrets` (docs/spec/pipeline.md §5.7): a list, or a mapping from variables to secrets; printed as a list of mappings. */
export const secrets: OwnShape = {
  type: 'own',
  findMismatch(value) {
    if (isMap(value)) return mismatchInVariables(value)
    return isList(value)
      ? mismatchAmong(value, mismatchInSecret)
      : mismatch('`secrets` must be a list or a mapping', value)
  },
  print(value) {
    if (isMap(value)) return [...value].map(([variable, key]) => printSecret(key, variable))
    return isList(value)
      ? value.map((item) =>
          isMap(item) ? printSecret(item.get('key'), item.get('environment_variable')) : printSecret(item, item),
        )
      : []
  },
  isUnordered: false,
  refusesEmptyName: true,
}

function mismatchInVariables(map: ValueMap): Mismatch | undefined {
  for (const [variable, key] of map) {
    if (typeof key !== 'string') return within(variable, mismatch('the key of a secret must be a text', key))
    if (key === '' || variable === '') return { mismatch: 'a secret and its variable need names', path: [variable] }
  }
  return undefined
}

function mismatchInSecret(item: Value): Mismatch | undefined {
  if (typeof item === 'string') return undefined
  if (!isMap(item)) return mismatch('a secret must be a text or a mapping', item)
  const key = item.get('key')
  if (typeof key !== 'string' || key === '') return { mismatch: 'a secret needs a non-empty `key`', path: [] }
  const variable = item.get('environment_variable') ?? ''
  if (typeof variable === 'string') return undefined
  return within('environment_variable', mismatch('the name of an environment variable must be a text', variable))
}

function printSecret(key: Value | undefined, variable: Value | undefined): Json {
  return {
    key: String(key),
    ...(typeof variable === 'string' && variable !== '' && { environment_variable: variable }),
  }
}
