import { attributeNames } from '@kitewright/schema'
import * as fc from 'fast-check'
import type { Shape, StructShape } from '../../packages/core/src/agent/shape.ts'
import { pipelineShape, stepShapes } from '../../packages/core/src/agent/shapes.ts'
import type { Value } from '../../packages/core/src/agent/value.ts'

const wholeNumbers = [0n, 1n, -1n, 5n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, -(2n ** 63n)]
const otherNumbers = [1.5, 5, -0, 999_999, 1e6, 1e-4, 1e-5, 1e300]
const types = ['command', 'script', 'commands', 'wait', 'waiter', 'block', 'manual', 'input', 'trigger', 'group']
const everyAttribute: readonly string[] = [...new Set(Object.values(attributeNames).flat())]

// What an address of a plugin is made of, escaped bytes that are no text among it.
const sourceParts = 'a b - / / . .. # ? : @ % %41 %2f %e2%82 %ac %ff \\ $ https: github.com é'.split(' ')

type Values = Readonly<Record<string, fc.Arbitrary<Value>>>

/** Most of the time the first, in `often` of `often + 1` cases. */
function mostly<Result>(often: number, first: fc.Arbitrary<Result>, other: fc.Arbitrary<Result>): fc.Arbitrary<Result> {
  return fc.oneof({ weight: often, arbitrary: first }, { weight: 1, arbitrary: other })
}

function listOf(item: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.array(item, { maxLength: 3 })
}

/** How many fields there are in a shape: what holds more is tried more often. */
function leaves(shape: Shape): number {
  if (shape.type === 'optional') return leaves(shape.shape)
  if (shape.type === 'list') return leaves(shape.item)
  if (shape.type === 'map') return 2 * leaves(shape.value)
  return shape.type === 'struct' ? shape.fields.reduce((sum, field) => sum + leaves(field.shape), 1) : 1
}

/**
 * Steps and pipelines that are odd in every way: mostly nearly right, in the fields that the agent models as the table has
 * them, under all their names and none, and in others.
 */
export function oddValues(
  text: fc.Arbitrary<string>,
  name: fc.Arbitrary<string>,
): { readonly step: fc.Arbitrary<Value>; readonly pipeline: fc.Arbitrary<Value> } {
  const scalar: fc.Arbitrary<Value> = fc.oneof(
    { weight: 50, arbitrary: text },
    { weight: 20, arbitrary: fc.constantFrom<Value>(null, true, false, '', 'true', '5', 'wait', 'command') },
    { weight: 10, arbitrary: fc.constantFrom(...wholeNumbers) },
    { weight: 10, arbitrary: fc.constantFrom(...otherNumbers) },
    { weight: 5, arbitrary: fc.double({ noDefaultInfinity: true, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant({ timestamp: '2024-01-02T03:04:05Z' }) },
    // The agent can print these as texts only.
    {
      weight: 1,
      arbitrary: mostly<Value>(5, fc.constant(1.25), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
    },
  )
  const anyName = mostly(20, name, fc.constantFrom('', 'key', 'environment_variable'))
  const mapOf = (value: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
    fc.array(fc.tuple(anyName, value), { maxLength: 3 }).map((entries) => new Map(entries))

  const { odd } = fc.letrec<{ odd: Value }>((tie) => ({
    odd: fc.oneof({ maxDepth: 3 }, scalar, listOf(tie('odd')), mapOf(tie('odd'))),
  }))

  const near = (shape: Shape): fc.Arbitrary<Value> => mostly(15, fitting(shape), odd)

  const fitting = (shape: Shape): fc.Arbitrary<Value> => {
    switch (shape.type) {
      case 'anything':
        return odd
      case 'boolean':
        return fc.boolean()
      case 'integer':
        return fc.constantFrom(...wholeNumbers)
      case 'string':
        return text
      case 'text':
      case 'choice':
        return scalar
      case 'texts':
        return fc.oneof(scalar, listOf(scalar))
      case 'optional':
        return mostly(12, near(shape.shape), fc.constant(null))
      case 'list':
        return listOf(near(shape.item))
      case 'map':
        return mostly(4, mapOf(near(shape.value)), fc.oneof(listOf(scalar), scalar))
      case 'struct':
        return mostly(6, structOf(shape), fc.oneof(listOf(scalar), scalar))
      case 'own':
        return fc.oneof(
          listOf(mostly(12, fc.oneof(text, source, fc.constant(''), mapOf(text), secret), odd)),
          mapOf(text),
          mapOf(odd),
        )
    }
  }

  const source = fc.string({ unit: fc.constantFrom(...sourceParts), maxLength: 6 })

  const secret: fc.Arbitrary<Value> = fc
    .tuple(scalar, fc.option(scalar, { nil: undefined }))
    .map(
      ([key, variable]) =>
        new Map([['key', key], ...(variable === undefined ? [] : [['environment_variable', variable] as const])]),
    )

  const structOf = (shape: StructShape, more: Values = {}): fc.Arbitrary<Map<string, Value>> => {
    const fields = shape.first === undefined ? shape.fields : [...shape.fields, shape.first]
    const known = Object.fromEntries(fields.flatMap((field) => field.names.map((own) => [own, near(field.shape)])))
    const values: Values = { ...known, ...more }
    const nested = Object.fromEntries(fields.map((field) => [field.name, leaves(field.shape)]))
    const names = Object.keys(values).flatMap((own) => Array.from({ length: nested[own] ?? 1 }, () => own))
    const someName = fc.oneof(
      { weight: 10, arbitrary: names.length === 0 ? anyName : fc.constantFrom(...names) },
      { weight: 2, arbitrary: anyName },
      { weight: 1, arbitrary: fc.constant('') },
    )
    return fc
      .uniqueArray(someName, { maxLength: 4 })
      .chain((chosen) =>
        fc
          .tuple(...chosen.map((own) => (Object.hasOwn(values, own) ? values[own]! : odd)))
          .map((found) => new Map(chosen.map((own, index) => [own, found[index]!]))),
      )
  }

  const type = mostly<Value>(6, fc.constantFrom(...types), odd)
  const others = fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(fc.tuple(fc.constantFrom(...everyAttribute), odd)) },
    { weight: 1, arbitrary: fc.tuple(fc.tuple(fc.constant('type'), type)) },
  )
  /** The attribute that tells the kind, most of the time, with fields that the agent models and with others. */
  const stepOf = (kind: keyof typeof stepShapes, more: Values = {}): fc.Arbitrary<Value> =>
    fc
      .tuple(
        mostly(9, fc.constant<string>(kind), fc.constantFrom(...everyAttribute)),
        mostly(9, scalar, odd),
        structOf(stepShapes[kind], more),
        others,
      )
      .map(([telling, value, fields, other]) => new Map([[telling, value], ...fields, ...other]))

  const { step } = fc.letrec<{ step: Value; steps: Value }>((tie) => ({
    step: fc.oneof(
      { maxDepth: 3 },
      { weight: 16, arbitrary: stepOf('command') },
      {
        weight: 3,
        arbitrary: fc.constantFrom('wait', 'block', 'input', 'trigger').chain((kind) => stepOf(kind as 'wait')),
      },
      { weight: 2, arbitrary: fc.oneof(fc.constantFrom(...types), text) },
      { weight: 1, arbitrary: mostly(4, mapOf(odd), odd) },
      { weight: 6, arbitrary: stepOf('group', { steps: tie('steps'), '': tie('steps') }) },
    ),
    steps: mostly(12, listOf(tie('step')), odd),
  }))
  const steps = mostly(12, listOf(step), odd)
  const pipeline = fc.oneof(
    { weight: 8, arbitrary: structOf(pipelineShape, { steps, '': steps, agents: odd }) },
    { weight: 1, arbitrary: listOf(step) },
    { weight: 1, arbitrary: odd },
  )
  return { step, pipeline }
}
