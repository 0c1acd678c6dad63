import {
  allFit,
  either,
  isListOf,
  isMap,
  isMapOf,
  isMapWith,
  isScalar,
  isScalarOrList,
  isString,
  nameUsed,
  orNull,
} from './field.ts'
import type { Field, PlainMap } from './field.ts'

/**
 * Whether a step decodes into the agent's command step; else it is kept raw, as an unknown one
 * (docs/spec/pipeline.md §2.1).
 */
export function decodesAsCommand(step: PlainMap): boolean {
  return allFit(step, [commands]) && allFit(step, fields, nameUsed(step, commands))
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isInteger = (value: unknown): boolean => Number.isInteger(value)
const isAnything = (): boolean => true
const isOtherThanEmpty = (value: unknown): boolean => isString(value) && value !== ''

const commands: Field = { names: ['commands', 'command'], fits: isScalarOrList }

const isPlugins = orNull(either(isMap, isListOf(either(isMap, isString))))

const isSecret = (value: unknown): boolean =>
  isMap(value) && isOtherThanEmpty(value['key']) && orNull(isString)(value['environment_variable'] ?? null)

const isSecretMap = (value: unknown): boolean => isMapOf(isOtherThanEmpty)(value) && !Object.hasOwn(value as object, '')

const isSecrets = either(isSecretMap, isListOf(either(isString, isSecret)))

const isSignature = isMapWith([
  { names: ['algorithm'], fits: isScalar },
  { names: ['signed_fields'], fits: isScalarOrList },
  { names: ['value'], fits: isScalar },
])

// Unlike elsewhere, numbers with a fraction are refused here.
const isMatrixChoice = either(isString, isBoolean, isInteger)

const isAdjustment = isMapWith([
  { names: ['with'], fits: either(isMatrixChoice, isMapOf(isMatrixChoice)) },
  { names: ['skip'], fits: isAnything },
])

const isMatrix = either(
  isListOf(isScalar),
  isMapWith([
    { names: ['setup'], fits: either(isListOf(isScalar), isMapOf(isScalarOrList)) },
    { names: ['adjustments'], fits: orNull(isListOf(orNull(isAdjustment))) },
  ]),
)

const isCache = either(
  isBoolean,
  isString,
  isListOf(isScalar),
  isMapWith([
    { names: ['disabled'], fits: orNull(isBoolean) },
    { names: ['name'], fits: isScalar },
    { names: ['paths'], fits: isScalarOrList },
    { names: ['size'], fits: isScalar },
  ]),
)

const isFlags = isMapWith(
  ['clone', 'fetch', 'checkout', 'clean'].map((name) => ({ names: [name], fits: orNull(isString) })),
)

const isCheckout = isMapWith([
  { names: ['skip'], fits: orNull(isBoolean) },
  { names: ['submodules'], fits: orNull(isBoolean) },
  { names: ['ssh_secret'], fits: isScalar },
  { names: ['commit_verification'], fits: isScalar },
  { names: ['depth'], fits: orNull(isInteger) },
  { names: ['lfs'], fits: orNull(isBoolean) },
  { names: ['sparse'], fits: orNull(isMapWith([{ names: ['paths'], fits: isScalarOrList }])) },
  { names: ['flags'], fits: orNull(isFlags) },
])

const fields: readonly Field[] = [
  { names: ['key', 'id', 'identifier'], fits: isScalar },
  { names: ['label', 'name'], fits: isScalar },
  // Seen only beside `commands`, which is why two lists do not decode.
  { names: ['command'], fits: isScalar },
  { names: ['plugins'], fits: isPlugins },
  { names: ['secrets'], fits: isSecrets },
  { names: ['env'], fits: orNull(isMapOf(isScalar)) },
  { names: ['signature'], fits: orNull(isSignature) },
  { names: ['matrix'], fits: orNull(isMatrix) },
  { names: ['cache'], fits: orNull(isCache) },
  { names: ['checkout'], fits: orNull(isCheckout) },
]
