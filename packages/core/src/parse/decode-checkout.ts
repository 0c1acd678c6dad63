import { decodeFields, decodeText, decodeTexts, mismatch, unlessEmpty, unlessNull } from './decode.ts'
import type { Decoder, Field } from './decode.ts'
import { isMap } from './value.ts'

const decodeBoolean: Decoder = (value, path) =>
  typeof value === 'boolean' ? { json: value } : mismatch('this must be true or false', value, path)

const decodeInteger: Decoder = (value, path) =>
  typeof value === 'bigint' && value < 2n ** 63n
    ? { json: Number(value) }
    : mismatch('this must be an integer', value, path)

// Unlike other texts, flags take no numbers.
const decodeFlag: Decoder = (value, path) =>
  typeof value === 'string' ? { json: value } : mismatch('this must be a text', value, path)

const decodeMap =
  (name: string, fields: readonly Field[]): Decoder =>
  (value, path) =>
    isMap(value) ? decodeFields(value, path, fields) : mismatch(`\`${name}\` must be a mapping`, value, path)

const flags = ['clone', 'fetch', 'checkout', 'clean'].map((name) => ({ name, decode: unlessNull(decodeFlag) }))

const sparse = [{ name: 'paths', decode: unlessEmpty(decodeTexts) }]

/** `checkout` of a step or of the pipeline (docs/spec/pipeline.md §6). */
export const decodeCheckout: Decoder = unlessNull(
  decodeMap('checkout', [
    { name: 'skip', decode: unlessNull(decodeBoolean) },
    { name: 'submodules', decode: unlessNull(decodeBoolean) },
    { name: 'ssh_secret', decode: unlessNull(decodeText) },
    { name: 'commit_verification', decode: unlessEmpty(decodeText) },
    { name: 'depth', decode: unlessNull(decodeInteger) },
    { name: 'lfs', decode: unlessNull(decodeBoolean) },
    { name: 'sparse', decode: unlessNull(decodeMap('sparse', sparse)) },
    { name: 'flags', decode: unlessNull(decodeMap('flags', flags)) },
  ]),
)
