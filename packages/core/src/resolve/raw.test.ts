import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainMap } from '@kitewright/schema'
import { runs } from '../../../../test/runs.ts'
import { compile } from '../compile.ts'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { PipelineValue } from '../model/pipeline.ts'
import type { Step } from '../model/step.ts'
import { graphJson } from '../wire/graph-json.ts'

const keys = ['unit', 'image', 'release', 'deploy', 'tests']
const key = fc.constantFrom(...keys, 'nowhere')
const tolerant = fc.record({ step: key, allow_failure: fc.boolean() }, { requiredKeys: ['step'] })
const depends_on = fc.oneof(key, fc.array(fc.oneof(key, tolerant), { maxLength: 3 }))
const env = fc.dictionary(
  fc.constantFrom('A', 'API_TOKEN'),
  fc.constantFrom('1', '$B', '{{matrix}}', interpolated('$A')),
  {
    maxKeys: 2,
  },
)

const common = {
  key,
  depends_on,
  if: fc.constantFrom('build.tag != null', 'build.branhc == "a"', '', interpolated('$WHEN')),
  branches: fc.constantFrom('main', 'main,next', '^main$', ['main', '!next']),
  allow_dependency_failure: fc.boolean(),
}
const ofJobs = {
  label: fc.constantFrom('Unit', 'Image', 'Deploy {{matrix}}', '$HOME'),
  skip: fc.constantFrom(true, false, 'not now'),
  parallelism: fc.constantFrom(1, 3, 501),
  concurrency: fc.constantFrom(1, 2),
  concurrency_group: fc.constantFrom('shop/deploy', 'shop/{{matrix}}'),
  concurrency_method: fc.constantFrom('eager', 'ordered'),
  matrix: fc.constantFrom(
    ['a', 'b'],
    { setup: { os: ['a'] } },
    { setup: ['a'], adjustments: [{ with: 'a', skip: true }] },
  ),
  soft_fail: fc.constantFrom(true, [{ exit_status: 0 }]),
  retry: fc.constantFrom({ manual: { reason: 'no' } }, { automatic: [{ limit: 1 }, { exit_status: 1 }] }),
  if_changed: fc.constantFrom('src/**', './src', []),
  plugins: fc.constantFrom(['docker'], [{ 'ours/x#main': { token: 'abc' } }]),
  env,
  secrets: fc.constantFrom(['A B'], { A: 'b' }),
  cache: fc.constantFrom({ name: 'a b', paths: ['a'] }, { size: '1g', paths: ['a'] }),
}
const some = (attributes: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<PlainMap> =>
  fc.record(attributes, { requiredKeys: [] })

/** Makes a step, with some of its attributes in `raw`. */
type Make = (isRaw: (name: string) => boolean) => Step

function step(
  make: (options: never) => Step,
  named: PlainMap,
  attributes: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<Make> {
  return some(attributes).map((chosen) => (isRaw) => {
    const all = Object.entries({ ...named, ...chosen })
    const raw = all.filter(([name]) => isRaw(name))
    const typed = all.filter(([name]) => !isRaw(name))
    return make({ ...Object.fromEntries(typed), ...(raw.length > 0 && { raw: Object.fromEntries(raw) }) } as never)
  })
}

const leaf = fc.oneof(
  { weight: 4, arbitrary: step(command, { command: 'make $A {{matrix}}' }, { ...common, ...ofJobs }) },
  step(block, { block: 'Release' }, { ...common, fields: fc.constantFrom([{ text: 'A', key: 'a' }], []) }),
  step(wait, {}, { ...common, continue_on_failure: fc.boolean() }),
  step(trigger, { trigger: 'shop' }, { ...common, async: fc.boolean(), soft_fail: fc.boolean() }),
)
const grouped = fc
  .tuple(
    step(group, { group: 'Tests' }, { key, depends_on, if: common.if }),
    fc.array(leaf, { minLength: 1, maxLength: 3 }),
  )
  .map(([make, children]): Make => (isRaw) => {
    const steps = children.map((child) => child(isRaw))
    return group({ ...make(isRaw), ...(isRaw('steps') ? { raw: { ...make(isRaw).raw, steps } } : { steps }) } as never)
  })
const pipeline = fc.tuple(
  fc.array(fc.oneof({ weight: 5, arbitrary: leaf }, grouped), { minLength: 1, maxLength: 6 }),
  some({ env, secrets: ofJobs.secrets, notify: fc.constant([{ slack: '#a', if: 'build.stat' }]) }),
)

/** What only the types say. */
const ofTypes: ReadonlySet<string> = new Set(['KW1031', 'KW1032', 'KW1033', 'KW1034', 'KW1035', 'KW1036'])

/** What is told of a pipeline, what is sent, and what each step waits for. */
function told(value: PipelineValue): unknown {
  const { graph, wire, diagnostics } = compile({ value, trace: {} }, { also: ['KW'] })
  const kept = diagnostics.filter(({ code }) => !ofTypes.has(code))
  const canBeSent = kept.every(({ severity }) => severity !== 'error')
  return {
    diagnostics: kept.map(({ code, severity, message, path, why, hint }) => [code, severity, message, path, why, hint]),
    graph: graphJson(graph),
    wire: canBeSent && wire,
  }
}

test('what stands in raw is understood like what is typed', () => {
  fc.assert(
    fc.property(pipeline, fc.func(fc.boolean()), ([steps, own], isRaw) => {
      const make = (inRaw: (name: string) => boolean): PipelineValue => {
        const attributes = inRaw('pipeline') ? { raw: own } : own
        return { ...attributes, steps: steps.map((one) => one(inRaw)) } as PipelineValue
      }
      expect(told(make(isRaw))).toEqual(told(make(() => false)))
    }),
    { numRuns: runs(100) },
  )
})
