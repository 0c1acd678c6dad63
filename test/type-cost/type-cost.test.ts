import { fieldOrder } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { complete, hover } from '../../scripts/type-cost/complete.ts'
import { ourPipeline, sdkPipeline } from '../../scripts/type-cost/large-pipelines.ts'
import { measureTypes } from '../../scripts/type-cost/measure-types.ts'

const folder = import.meta.dirname

/** For 400 steps; a change of these figures needs its reason in the commit message. At most 1,500. */
const instantiations = { kitewright: 1322, '@buildkite/buildkite-sdk': 410 }

test('400 steps cost the compiler as much as they did', () => {
  const measured = { kitewright: measureTypes(ourPipeline(400), folder), sdk: measureTypes(sdkPipeline(400), folder) }
  expect([measured.kitewright.errors, measured.sdk.errors]).toEqual([[], []])
  expect({
    kitewright: measured.kitewright.instantiations,
    '@buildkite/buildkite-sdk': measured.sdk.instantiations,
  }).toEqual(instantiations)
})

test.each([
  ['command', [...fieldOrder.command, 'raw', 'allow']],
  ['block', [...fieldOrder.block, 'raw', 'allow']],
  ['trigger', [...fieldOrder.trigger, 'raw', 'allow']],
  ['group', [...fieldOrder.group, 'raw', 'allow']],
])('inside %s({ every attribute is offered, and no other spelling', (name, expected) => {
  const source = `import { ${name} } from 'kitewright'\n${name}({ | })\n`
  expect(complete(source, folder).names.toSorted()).toEqual(expected.toSorted())
})

const declared = `import { command, definePipeline } from 'kitewright'
import { hasRun, simulate } from 'kitewright/simulate'
import 'kitewright/vitest'
import { expect } from 'vitest'
declare global { interface KitewrightStepKeys { unit: true; 'deploy-test': true } }
const pipeline = definePipeline([command({ command: 'make' })])
const run = simulate(pipeline)
`

test.each([
  "run.why('|')",
  "run.step('|')",
  "run.job('|')",
  "hasRun(run, '|')",
  "expect(run).toHavePassed('|')",
  "expect(run).not.toHaveRunBefore('unit', '|')",
  "expect(pipeline).toGate('|', { behind: '|' })",
  "simulate(pipeline, { outcomes: { '|': 'failed' } })",
  "simulate(pipeline, { durations: { '|': '5m' } })",
  "simulate(pipeline, { unblock: { '|': true } })",
])('where keys are declared, an editor offers them in %s', (line) => {
  const [before, ...rest] = line.split('|') as [string, ...string[]]
  const source = `${declared}${before}|${rest.join('')}\n`
  expect(complete(source, folder).names.toSorted()).toEqual(['deploy-test', 'unit'])
})

test('any other key is as good to the compiler, and no key need be declared', () => {
  const source = `${declared}run.why('other')\nsimulate(pipeline, { outcomes: { other: 'failed' } })\n`
  expect(measureTypes(source, folder).errors).toEqual([])
  expect(measureTypes(source.replace(/^declare global.*$/m, ''), folder).errors).toEqual([])
})

const shown = (step: string): string => hover(`import { block, input } from 'kitewright'\n${step}\n`, folder)

test('an editor shows the options of a form by their name, with the keys of its fields and of them alone', () => {
  expect([
    shown(`b|lock({ block: 'Deploy' })`),
    shown(`i|nput({ input: 'Notes', fields: [{ text: 'Summary', key: 'summary' }] })`),
  ]).toMatchInlineSnapshot(`
    [
      "(alias) block<never>(options: BlockOptions): BlockStep
    import block",
      "(alias) input<"summary">(options: InputForm<"summary">): InputStep & {
        readonly fields: readonly Field<string>[] & {
            readonly summary: Answer<"summary">;
        };
    }
    import input",
    ]
  `)
})
