import { decodeEntries, decodeFields, decodeText, decodeTexts, mismatch, unlessEmpty, unlessNull } from './decode.ts'
import type { Decoded, Decoder, Field, Mismatch } from './decode.ts'
import { decodeCache } from './decode-cache.ts'
import { decodeCheckout } from './decode-checkout.ts'
import { decodeMatrix } from './decode-matrix.ts'
import { decodePlugins } from './decode-plugins.ts'
import { decodeSecrets } from './decode-secrets.ts'
import type { JsonObject } from './json.ts'
import type { Path } from './problem.ts'
import { isMap } from './value.ts'
import type { ValueMap } from './value.ts'

const decodeEnv: Decoder = (value, path) => {
  if (value === null) return { json: undefined }
  return isMap(value) ? decodeEntries(value, path, decodeText) : mismatch('`env` must be a mapping', value, path)
}

const signature: readonly Field[] = [
  { name: 'algorithm', decode: decodeText, absent: '' },
  { name: 'signed_fields', decode: decodeTexts, absent: null },
  { name: 'value', decode: decodeText, absent: '' },
]

const decodeSignature: Decoder = unlessNull((value, path) =>
  isMap(value) ? decodeFields(value, path, signature, true) : mismatch('`signature` must be a mapping', value, path),
)

const fields: readonly Field[] = [
  { name: 'key', aliases: ['id', 'identifier'], decode: unlessEmpty(decodeText) },
  { name: 'label', aliases: ['name'], decode: unlessEmpty(decodeText) },
  { name: 'command', decode: decodeText },
  { name: 'plugins', decode: decodePlugins },
  { name: 'secrets', decode: decodeSecrets },
  { name: 'env', decode: unlessEmpty(decodeEnv) },
  { name: 'signature', decode: decodeSignature },
  { name: 'matrix', decode: decodeMatrix },
  { name: 'cache', decode: decodeCache },
  { name: 'checkout', decode: decodeCheckout },
]

/**
 * A command step as the agent prints it (go-pipeline `step_command.go`): `commands`, else `command`, joined to one
 * text. Where both are given, `command` is read too, as one text, and dropped.
 */
export const decodeCommandStep = (map: ValueMap, path: Path): { readonly json: JsonObject } | Mismatch => {
  const name = map.has('commands') ? 'commands' : map.has('command') ? 'command' : undefined
  const lines: Decoded = name === undefined ? { json: null } : decodeTexts(map.get(name) ?? null, [...path, name])
  if ('mismatch' in lines) return lines
  const rest = new Map([...map].filter(([key]) => key !== name))
  const step = decodeFields(rest, path, fields)
  if ('mismatch' in step) return step
  const command = Array.isArray(lines.json) ? lines.json.join('\n') : ''
  return { json: Object.freeze({ ...step.json, command }) }
}
