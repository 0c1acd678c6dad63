import { attributeAliases } from '@kitewright/schema'
import type { StepKind } from '@kitewright/schema'
import { decodePlugins } from './decode-plugins.ts'
import { decodeSecrets } from './decode-secrets.ts'
import type { Json, JsonObject } from './json.ts'
import type { Field, MapShape, Shape, StructShape } from './shape.ts'
import { isList } from './value.ts'
import type { Value } from './value.ts'

const text: Shape = { type: 'text' }
const texts: Shape = { type: 'texts' }
const anything: Shape = { type: 'anything' }

const optional = (shape: Shape): Shape => ({ type: 'optional', shape })
const flag = optional({ type: 'boolean' })

const field = (name: string, shape: Shape, more: Partial<Field> = {}): Field => ({
  name,
  names: [name],
  shape,
  ...more,
})

/** An attribute with the other spellings that Buildkite has for it, in its order. */
const spelled = (kind: StepKind, name: string, shape: Shape, more: Partial<Field> = {}): Field => {
  const aliases = Object.entries(attributeAliases[kind]).filter(([, usual]) => usual === name)
  return field(name, shape, { names: [name, ...aliases.map(([alias]) => alias)], ...more })
}

/** What stands under the empty name and nothing else, which is how the agent names what has no name. */
const unnamedOnly = (map: JsonObject): Json | undefined => (Object.keys(map).length === 1 ? map[''] : undefined)

const listAs =
  (name: string) =>
  (value: Value): ReturnType<NonNullable<MapShape['fromShort']>> =>
    isList(value) ? [[name, value]] : undefined

const setup: MapShape = {
  type: 'map',
  value: texts,
  isUnordered: true,
  takesNull: false,
  fromShort: listAs(''),
  wanted: 'a list or a mapping',
  print: (map) => {
    const only = unnamedOnly(map)
    return Array.isArray(only) && only.length > 0 ? only : map
  },
}

const adjustedCombination: MapShape = {
  type: 'map',
  value: { type: 'choice' },
  isUnordered: true,
  takesNull: false,
  fromShort: (value) => (['string', 'boolean', 'bigint'].includes(typeof value) ? [['', value]] : undefined),
  wanted: 'a mapping, or a value of a matrix without dimensions',
  print: (map) => unnamedOnly(map) ?? map,
}

const adjustment: StructShape = {
  type: 'struct',
  fields: [field('with', adjustedCombination, { absent: null }), field('skip', anything)],
  keepsOthers: true,
}

const matrix: StructShape = {
  type: 'struct',
  fields: [field('setup', setup, { absent: null }), field('adjustments', { type: 'list', item: optional(adjustment) })],
  keepsOthers: true,
  fromShort: listAs('setup'),
  wanted: 'a list or a mapping',
  print: (map) => (Object.keys(map).length === 1 && Array.isArray(map['setup']) ? map['setup'] : map),
}

const cache: StructShape = {
  type: 'struct',
  fields: [field('disabled', flag), field('name', text), field('paths', texts), field('size', text)],
  keepsOthers: true,
  fromShort: (value) => {
    if (typeof value === 'boolean') return value ? [] : [['disabled', true]]
    return typeof value === 'string' || isList(value) ? [['paths', value]] : undefined
  },
  wanted: 'a text, a list, a mapping, true or false',
  print: ({ disabled, ...map }) => (disabled === true ? false : map),
}

// Numbers are refused here, but not under the empty name.
const gitFlags = (name: string): Field => field(name, optional({ type: 'string' }), { unnamed: optional(text) })

const checkout: StructShape = {
  type: 'struct',
  fields: [
    field('skip', flag),
    field('submodules', flag),
    field('ssh_secret', optional(text)),
    field('commit_verification', text),
    field('depth', optional({ type: 'integer' })),
    field('lfs', flag),
    field('sparse', optional({ type: 'struct', fields: [field('paths', texts)], keepsOthers: true })),
    field(
      'flags',
      optional({
        type: 'struct',
        fields: [gitFlags('clone'), gitFlags('fetch'), gitFlags('checkout'), gitFlags('clean')],
        keepsOthers: true,
      }),
    ),
  ],
  keepsOthers: true,
}

const signature: StructShape = {
  type: 'struct',
  fields: [
    field('algorithm', text, { absent: '' }),
    field('signed_fields', texts, { absent: null }),
    field('value', text, { absent: '' }),
  ],
  keepsOthers: false,
}

const secrets = field('secrets', { type: 'own', decode: decodeSecrets, isUnordered: false })

/** Steps are decoded one by one, as `decodeSteps` says. */
export const stepsField: Field = field(
  'steps',
  { type: 'own', decode: () => ({ json: [] }), isUnordered: false },
  { absent: [] },
)

export const pipelineShape: StructShape = {
  type: 'struct',
  fields: [
    stepsField,
    field('env', optional({ type: 'map', value: text, isUnordered: false, takesNull: false })),
    secrets,
    field('checkout', optional(checkout)),
  ],
  keepsOthers: true,
}

const commandShape: StructShape = {
  type: 'struct',
  first: field('command', texts, { names: ['commands', 'command'] }),
  fields: [
    spelled('command', 'key', text),
    spelled('command', 'label', text),
    // Seen only beside `commands`, and then not printed.
    field('command', text),
    field('plugins', { type: 'own', decode: decodePlugins, isUnordered: true }),
    secrets,
    field('env', { type: 'map', value: text, isUnordered: true, takesNull: true }),
    field('signature', optional(signature)),
    field('matrix', optional(matrix)),
    field('cache', optional(cache)),
    field('checkout', optional(checkout)),
  ],
  keepsOthers: true,
  print: ({ command, ...step }) => ({ ...step, command: Array.isArray(command) ? command.join('\n') : '' }),
}

const groupShape: StructShape = {
  type: 'struct',
  fields: [spelled('group', 'key', text), spelled('group', 'group', optional(text), { absent: null }), stepsField],
  keepsOthers: true,
}

/** A step whose attributes the agent passes on as they are. */
const passedOn: StructShape = { type: 'struct', fields: [], keepsOthers: true }

/** The agent's model of each kind of step (go-pipeline). */
export const stepShapes: { readonly [kind in StepKind]: StructShape } = {
  command: commandShape,
  wait: passedOn,
  block: passedOn,
  input: passedOn,
  trigger: passedOn,
  group: groupShape,
}
