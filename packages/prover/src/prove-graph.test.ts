import { block, command, draft, type Graph, group, type Node, type Steps, wait } from '@kitewright/core'
import { type BuildScenario, type Choices, simulateGraphs } from '@kitewright/scheduler'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { proveGraph } from './prove-graph.ts'
import { type UsualContext, usualContexts } from './usual-contexts.ts'

const graphOf = (steps: Steps): Graph => draft({ value: steps, trace: {} }).graph
const node = (graph: Graph, key: string): Node => graph.nodes.find((one) => one.key === key) as Node
const main = usualContexts.find(({ name }) => name === 'the default branch') as UsualContext

const deploy = command({ key: 'deploy', command: 'a' })
const gate = block({ key: 'gate', block: 'Ship?' })
const unit = command({ key: 'unit', command: 'a' })
const image = command({ key: 'image', command: 'a' })

const proofOf = (steps: Steps, context = main) => {
  const graph = graphOf(steps)
  return proveGraph(graph, { step: node(graph, 'deploy'), gates: [node(graph, 'gate')] }, context)
}

describe('a gate', () => {
  test.each<[string, Steps]>([
    ['before it in the list', [unit, gate, deploy]],
    ['that it names', [gate, unit, command({ ...deploy, depends_on: 'gate' })]],
    [
      'by way of another step',
      [gate, command({ ...image, depends_on: gate }), command({ ...deploy, depends_on: 'image' })],
    ],
    ['before a wait', [gate, unit, wait(), deploy]],
    ['before its group', [gate, group({ group: 'Ship', steps: [deploy] })]],
    [
      'with the condition that it has',
      [block({ ...gate, if: 'build.tag == null' }), command({ ...deploy, if: 'build.tag == null' })],
    ],
    [
      'whose condition holds wherever its own does',
      [
        block({ ...gate, if: 'build.branch == "main" || build.branch =~ /^release/' }),
        command({ ...deploy, if: 'build.branch == "main"' }),
      ],
    ],
    [
      'before a step that tolerates the failure of others',
      [gate, unit, command({ ...deploy, depends_on: ['gate', { step: 'unit', allow_failure: true }] })],
    ],
  ])('holds: %s', (_, steps) => {
    for (const context of usualContexts) expect(proofOf(steps, context)).toEqual({ is: 'proved' })
  })

  test.each<[string, Steps, object]>([
    ['it names another step alone', [unit, gate, command({ ...deploy, depends_on: 'unit' })], {}],
    ['it waits for nothing', [gate, command({ ...deploy, depends_on: [] })], {}],
    ['the gate is behind it', [deploy, gate], {}],
    ['the gate may be left out', [block({ ...gate, if: 'build.message =~ /^ship/' }), deploy], {}],
    [
      'an ignored step between them hands nothing on',
      [
        gate,
        command({ ...image, depends_on: 'gate', if: 'build.message == "image"' }),
        command({ ...deploy, depends_on: 'image' }),
      ],
      {},
    ],
    [
      'the failure of the step before the gate is tolerated',
      [unit, command({ ...image, depends_on: 'unit' }), gate, command({ ...deploy, allow_dependency_failure: true })],
      { outcomes: { unit: 'failed' } },
    ],
    [
      'a failure with an exit status that is not forgiven is tolerated',
      [
        command({ ...unit, soft_fail: [{ exit_status: 1 }] }),
        gate,
        command({ ...deploy, allow_dependency_failure: true }),
      ],
      { outcomes: { unit: 2 } },
    ],
    [
      'another block is enough',
      [gate, block({ key: 'other', block: 'Other', depends_on: [] }), command({ ...deploy, depends_on: 'other' })],
      { unblock: { other: true } },
    ],
    [
      'dependencies of a group may not count for a step that has its own',
      [gate, group({ group: 'Ship', depends_on: 'gate', steps: [unit, command({ ...deploy, depends_on: [] })] })],
      {},
    ],
  ])('is broken, and the simulator shows it: %s', (_, steps, scenario) => {
    const proof = proofOf(steps)
    expect(proof).toMatchObject({ is: 'broken', witness: { scenario } })
  })

  test('whose condition cannot be looked into is not decided', () => {
    const steps = [block({ ...gate, if: 'pipeline.started_passing != true' }), deploy]
    expect(proofOf(steps)).toMatchObject({
      is: 'undecided',
      why: 'no value was found for pipeline.started_passing',
    })
  })
})

test('where steps wait for each other, nothing is decided', () => {
  const first = command({ key: 'first', command: 'a', depends_on: 'gate' })
  expect(proofOf([first, gate, command({ ...deploy, depends_on: 'first' })])).toEqual({
    is: 'undecided',
    why: 'steps wait for each other',
  })
})

// Every scenario of small pipelines is simulated in every way to take what the documentation leaves open, and says what the
// prover says. That each step is taken as by default is tried on many more, in test/proof/.
const condition = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  'build.message == "x"',
  'build.message != "x"',
  'build.message == "y"',
)

interface Drawn {
  readonly kind: 'command' | 'wait' | 'block' | 'group'
  readonly depends: readonly number[] | undefined
  readonly tolerates: boolean
  readonly condition: string | undefined
  readonly isTolerant: boolean
  readonly isSoft: boolean
  readonly goesOn: boolean
}

const drawn = fc.record<Drawn>({
  kind: fc.constantFrom('command', 'command', 'wait', 'block', 'group'),
  depends: fc.option(fc.uniqueArray(fc.nat(4), { maxLength: 2 }), { nil: undefined, freq: 2 }),
  tolerates: fc.boolean(),
  condition,
  isTolerant: fc.constantFrom(false, false, true),
  isSoft: fc.constantFrom(false, false, true),
  goesOn: fc.boolean(),
})

function stepsOf(list: readonly Drawn[]): Steps {
  return list.map((one, index) => {
    const key = `s${index}`
    const depends_on = one.depends
      ?.filter((at) => at < index)
      .map((at) => ({ step: `s${at}`, ...(one.tolerates && { allow_failure: true }) }))
    const usual = { key, if: one.condition, depends_on, allow_dependency_failure: one.isTolerant }
    if (one.kind === 'wait') return wait({ key, if: one.condition, continue_on_failure: one.goesOn })
    if (one.kind === 'block') return block({ block: key, ...usual })
    const child = command({ command: 'a', ...usual, soft_fail: one.isSoft })
    if (one.kind === 'command') return child
    const inner = command({
      command: 'a',
      key: `${key}c`,
      soft_fail: one.isSoft,
      if: one.tolerates ? 'build.message != "y"' : undefined,
      depends_on: one.goesOn ? [] : undefined,
    })
    return group({ group: key, key, if: one.condition, depends_on, steps: [inner] })
  })
}

function breaksSomewhere(graph: Graph, step: Node, open: Node): boolean {
  const failing = graph.nodes.filter(({ kind }) => kind === 'command').map(({ key }) => key as string)
  const blocks = graph.nodes.filter((one) => one.kind === 'block' && one !== open).map(({ key }) => key as string)
  const ways = graph.nodes.some(({ kind }) => kind === 'group') ? (['both', 'step'] as const) : (['both'] as const)
  const isLeftOut = graph.nodes.some(({ kind, attributes }) => kind === 'wait' && attributes['if'] !== undefined)
  const waits = isLeftOut ? (['no_barrier', 'barrier'] as const) : (['no_barrier'] as const)
  for (const message of ['x', 'y', 'z'])
    for (const failed of subsets(failing))
      for (const continued of subsets(blocks))
        for (const group_and_step_if of ways)
          for (const group_and_step_depends_on of ways)
            for (const absent_wait of waits) {
              const choices = { group_and_step_if, group_and_step_depends_on, absent_wait }
              const scenario = {
                outcomes: Object.fromEntries(failed.map((key) => [key, 'failed' as const])),
                unblock: Object.fromEntries(continued.map((key) => [key, true as const])),
              }
              if (startsIn(graph, step, { message, scenario, choices })) return true
            }
  return false
}

interface Tried {
  readonly message: string
  readonly scenario: BuildScenario
  readonly choices: Partial<Choices>
}

function startsIn(graph: Graph, step: Node, { message, scenario, choices }: Tried): boolean {
  const { context } = main
  const build = { id: '1', graph, context: { ...context, build: { ...context.build, message } }, scenario }
  const [timeline] = simulateGraphs([build], { choices }).builds
  return timeline?.steps[step.index]?.start !== undefined
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, index) => (bits >> index) & 1))
}

test('what is proved holds in every build, and what is not is broken in one', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 2, maxLength: 5 }), fc.nat(4), fc.nat(4), (list, from, to) => {
      const graph = graphOf(stepsOf(list))
      const gates = graph.nodes.filter(({ kind }) => kind === 'block')
      const steps = graph.nodes.filter(({ kind }) => kind === 'command')
      fc.pre(gates.length > 0 && steps.length > 0 && graph.nodes.length <= 7)
      const [open, step] = [gates[from % gates.length] as Node, steps[to % steps.length] as Node]
      const proof = proveGraph(graph, { step, gates: [open] }, main)
      // In a build in which nobody runs anything again.
      fc.pre(proof.is !== 'broken' || proof.witness.scenario.retry === undefined)
      expect(proof.is).toBe(breaksSomewhere(graph, step, open) ? 'broken' : 'proved')
    }),
    { numRuns: runs(50) },
  )
})
