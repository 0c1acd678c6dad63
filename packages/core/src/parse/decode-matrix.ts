import {
  decodeEntries,
  decodeFields,
  decodeList,
  decodeTexts,
  mismatch,
  toJson,
  unlessEmpty,
  unlessNull,
} from './decode.ts'
import type { Decoded, Decoder } from './decode.ts'
import { goText } from './go-text.ts'
import { isJsonObject, jsonObject } from './json.ts'
import type { Json } from './json.ts'
import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'

/** `matrix` of a command step (docs/spec/pipeline.md §5.4): a plain list where it says nothing more than a list can. */
export const decodeMatrix: Decoder = unlessNull((value, path) => {
  if (isList(value)) return printMatrix(decodeSetup(value, path))
  if (!isMap(value)) return mismatch('`matrix` must be a list or a mapping', value, path)
  const matrix = decodeFields(value, path, [
    { name: 'setup', decode: decodeSetup, absent: null },
    { name: 'adjustments', decode: unlessEmpty(decodeAdjustments) },
  ])
  if ('mismatch' in matrix) return matrix
  const { setup = null } = matrix.json
  return Object.keys(matrix.json).length === 1 && Array.isArray(setup) ? { json: setup } : { json: matrix.json }
})

const printMatrix = (setup: Decoded): Decoded =>
  'mismatch' in setup || Array.isArray(setup.json) ? setup : { json: jsonObject([['setup', setup.json ?? null]]) }

const decodeSetup: Decoder = (value, path) => {
  if (isList(value)) return printSetup(decodeList([value], path, decodeTexts))
  if (!isMap(value)) return mismatch('`setup` must be a list or a mapping', value, path)
  return printAnonymous(decodeEntries(value, path, decodeTexts))
}

const printSetup = (lists: Decoded): Decoded => {
  if ('mismatch' in lists) return { mismatch: lists.mismatch, path: lists.path.toSpliced(-2, 1) }
  const [list = null] = Array.isArray(lists.json) ? lists.json : []
  return printAnonymous({ json: jsonObject([['', list as Json]]) })
}

// The only dimension of an anonymous matrix has the empty name.
const printAnonymous = (setup: Decoded): Decoded => {
  if ('mismatch' in setup || !isJsonObject(setup.json)) return setup
  const anonymous = setup.json['']
  const simple = Array.isArray(anonymous) && anonymous.length > 0 && Object.keys(setup.json).length === 1
  return simple ? { json: anonymous } : setup
}

const decodeAdjustments: Decoder = (value, path) => {
  if (value === null) return { json: undefined }
  return isList(value)
    ? decodeList(value, path, decodeAdjustment)
    : mismatch('`adjustments` must be a list', value, path)
}

const decodeAdjustment: Decoder = (value, path) => {
  if (value === null) return { json: null }
  if (!isMap(value)) return mismatch('an adjustment must be a mapping', value, path)
  return decodeFields(value, path, [
    { name: 'with', decode: decodeWith, absent: null },
    { name: 'skip', decode: decodeSkip },
  ])
}

// Go leaves out what is zero there: false, 0, the empty text, the empty list.
const decodeSkip: Decoder = (value) => {
  const zero = value === null || value === false || value === '' || value === 0 || value === 0n
  return { json: zero || (isList(value) && value.length === 0) ? undefined : toJson(value) }
}

const decodeWith: Decoder = (value, path) => {
  const only = withText(value)
  if (only !== undefined) return { json: only }
  if (!isMap(value)) return mismatch('`with` must be a mapping, or a value of a matrix without dimensions', value, path)
  const entries = decodeEntries(value, path, (item, itemPath) => {
    const text = withText(item)
    return text === undefined ? mismatch('a value in `with` must be a text', item, itemPath) : { json: text }
  })
  if ('mismatch' in entries || !isJsonObject(entries.json) || value.size !== 1) return entries
  return { json: entries.json[''] ?? entries.json }
}

const withText = (value: Value): string | undefined =>
  typeof value === 'number' || value === null ? undefined : goText(value)
