import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributeAliases, fieldOrder, type StepKind, stepKinds } from '@kitewright/schema'
import { Ajv, type ErrorObject } from 'ajv'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeShared, publishedSchema } from '../shared.ts'
import { root } from '../source-files.ts'

type PlainObject = { readonly [name: string]: unknown }

const world = memoryWorld(join(root, 'examples/everything/.buildkite'))
await main(['render', '--format', 'json'], world)
const text = world.printed.stdout
const pipeline = JSON.parse(text) as PlainObject & { readonly steps: readonly (PlainObject | 'wait')[] }
const steps = pipeline.steps.flatMap((step) =>
  step === 'wait' ? [] : [step, ...((step['steps'] ?? []) as PlainObject[])],
)

const kindOf = (step: PlainObject): StepKind | undefined => stepKinds.find((kind) => kind in step)

test.each(stepKinds)('every attribute of %s steps is there', (kind) => {
  const used = new Set(steps.filter((step) => kindOf(step) === kind).flatMap(Object.keys))
  // The signature is the agent's to write.
  expect(fieldOrder[kind].filter((name) => !used.has(name))).toEqual(kind === 'command' ? ['signature'] : [])
})

test('every attribute of a pipeline is there', () => {
  expect(fieldOrder.pipeline.filter((name) => !(name in pipeline))).toEqual([])
})

test('no other spelling is sent', () => {
  const aliases = steps.flatMap((step) => {
    const kind = kindOf(step)
    return kind === undefined ? [] : Object.keys(step).filter((name) => name in attributeAliases[kind])
  })
  expect(aliases).toEqual([])
})

test('it is valid against our schema', () => {
  expect(errors(join(root, 'schemas/pipeline.schema.json'), pipeline)).toEqual([])
})

/** What the published schema does not know: keys by the kind of object that holds them. */
const unpublished = new Set(['checkout', 'submit', 'blocked_builds_as_pending'])

describeShared('the published schema', publishedSchema, (published) => {
  test('takes it, but for what it does not know', () => {
    const known = JSON.parse(text, (name, value: unknown) => (unpublished.has(name) ? undefined : value)) as PlainObject
    expect(errors(published, withoutUnpublished(known))).toEqual([])
    expect(errors(published, pipeline)).not.toEqual([])
  })
})

/** `parallelism` of triggers and lists of signals are documented, but not in the published schema. */
function withoutUnpublished(value: PlainObject): PlainObject {
  return JSON.parse(JSON.stringify(value), function (this: object, name, inner: unknown) {
    if (name === 'parallelism' && 'trigger' in this) return undefined
    return name === 'signal' && Array.isArray(inner) ? (inner as unknown[])[0] : inner
  }) as PlainObject
}

function errors(schema: string, value: unknown): readonly ErrorObject[] {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  )
  return validate(value) ? [] : (validate.errors ?? [])
}

describeAgents('the agent understands every step', (agent) => {
  test('it reads each as what it is', () => {
    const { failed, uploads } = dryRun(agent, [text], { flags: ['--no-interpolation'] })
    expect(failed).toBe(false)
    const arrived = (uploads[0]?.['steps'] ?? []) as readonly PlainObject[]
    const commands = arrived
      .flatMap((step) => [step, ...((step['steps'] ?? []) as PlainObject[])])
      .filter((step) => typeof step === 'object' && 'command' in step)
    // A step that the agent gives up keeps its list of commands and its secrets as they were written.
    expect(
      commands.filter(({ command, secrets }) => typeof command !== 'string' || (secrets && !Array.isArray(secrets))),
    ).toEqual([])
    expect(commands).toHaveLength(steps.filter((step) => kindOf(step) === 'command').length)
  })
})
