import { spellings } from '@kitewright/schema'
import type { StepKind } from '@kitewright/schema'
import type { Json, JsonObject } from './json.ts'
import { plugins } from './plugins.ts'
import { secrets } from './secrets.ts'
import type { Field, MapShape, Shape, StructShape } from './shape.ts'
import { isList } from './value.ts'
import type { Value } from './value.ts'

const text: Shape = { type: 'text' }
const texts: Shape = { type: 'texts' }
const optional = (shape: Shape): Shape => ({ type: 'optional', shape })
const flag = optional({ type: 'boolean' })

type Rest<Of extends Shape> = Partial<Omit<Of, 'type'>>

const mapOf = (value: Shape, rest: Rest<MapShape> = {}): MapShape => ({
  type: 'map',
  value,
  isUnordered: true,
  takesNull: false,
  ...rest,
})
const struct = (fields: readonly Field[], rest: Rest<StructShape> = {}): StructShape => ({
  type: 'struct',
  fields,
  keepsOthers: true,
  ...rest,
})
const field = (name: string, shape: Shape, rest: Partial<Field> = {}): Field => ({
  name,
  names: [name],
  shape,
  ...rest,
})

/** An attribute under all its spellings. */
const spelled = (kind: StepKind, name: string, shape: Shape, rest: Partial<Field> = {}): Field =>
  field(name, shape, { names: spellings(kind, name), ...rest })

const listAs =
  (name: string) =>
  (value: Value): ReturnType<NonNullable<MapShape['fromShort']>> =>
    isList(value) ? [[name, value]] : undefined

/** What stands under the empty name and nothing else: the agent has a matrix without dimensions so. */
const unnamed = (map: JsonObject): Json | undefined => (Object.keys(map).length === 1 ? map[''] : undefined)

const setup = mapOf(texts, {
  fromShort: listAs(''),
  wanted: 'a list or a mapping',
  print: (map) => {
    const only = unnamed(map)
    return Array.isArray(only) && only.length > 0 ? only : map
  },
})

const combination = mapOf(
  { type: 'choice' },
  {
    fromShort: (value) => (['string', 'boolean', 'bigint'].includes(typeof value) ? [['', value]] : undefined),
    wanted: 'a mapping, or a value of a matrix without dimensions',
    print: (map) => unnamed(map) ?? map,
  },
)

const adjustment = struct([field('with', combination, { absent: null }), field('skip', { type: 'anything' })])

const matrix = struct(
  [field('setup', setup, { absent: null }), field('adjustments', { type: 'list', item: optional(adjustment) })],
  {
    fromShort: listAs('setup'),
    wanted: 'a list or a mapping',
    print: (map) => (Object.keys(map).length === 1 && Array.isArray(map['setup']) ? map['setup'] : map),
  },
)

const cache = struct([field('disabled', flag), field('name', text), field('paths', texts), field('size', text)], {
  fromShort: (value) => {
    if (typeof value === 'boolean') return value ? [] : [['disabled', true]]
    return typeof value === 'string' || isList(value) ? [['paths', value]] : undefined
  },
  wanted: 'a text, a list, a mapping, true or false',
  print: ({ disabled, ...map }) => (disabled === true ? false : map),
})

// Numbers are refused here, but not under the empty name.
const gitFlags = ['clone', 'fetch', 'checkout', 'clean'].map((name) =>
  field(name, optional({ type: 'string' }), { unnamed: optional(text) }),
)

const checkout = struct([
  field('skip', flag),
  field('submodules', flag),
  field('ssh_secret', optional(text)),
  field('commit_verification', text),
  field('depth', optional({ type: 'integer' })),
  field('lfs', flag),
  field('sparse', optional(struct([field('paths', texts)]))),
  field('flags', optional(struct(gitFlags))),
])

const signature = struct(
  [
    field('algorithm', text, { absent: '' }),
    field('signed_fields', texts, { absent: null }),
    field('value', text, { absent: '' }),
  ],
  { keepsOthers: false },
)

/** Steps are read one by one (`readSteps`), and printed in the place of these. */
export const stepsField: Field = field(
  'steps',
  { type: 'own', findMismatch: () => undefined, print: () => [], isUnordered: false },
  { absent: [] },
)

export const pipelineShape: StructShape = struct([
  stepsField,
  field('env', optional(mapOf(text, { isUnordered: false }))),
  field('secrets', secrets),
  field('checkout', optional(checkout)),
])

const commandLines = field('command', texts, { names: ['commands', 'command'] })

const command = struct(
  [
    spelled('command', 'key', text),
    spelled('command', 'label', text),
    // Seen only beside `commands`, and then not printed.
    field('command', text),
    field('plugins', plugins),
    field('secrets', secrets),
    field('env', mapOf(text, { takesNull: true })),
    field('signature', optional(signature)),
    field('matrix', optional(matrix)),
    field('cache', optional(cache)),
    field('checkout', optional(checkout)),
    commandLines,
  ],
  {
    first: commandLines,
    print: ({ command: lines, ...step }) => ({ ...step, command: Array.isArray(lines) ? lines.join('\n') : '' }),
  },
)

const group = struct([
  spelled('group', 'key', text),
  spelled('group', 'group', optional(text), { absent: null }),
  stepsField,
])

/** A step whose attributes the agent passes on as they are. */
const passedOn = struct([])

/** The agent's model of each kind of step (go-pipeline). */
export const stepShapes: { readonly [kind in StepKind]: StructShape } = {
  command,
  wait: passedOn,
  block: passedOn,
  input: passedOn,
  trigger: passedOn,
  group,
}
