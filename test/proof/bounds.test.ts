import { block, command, draft, type Steps } from '@kitewright/core'
import { proveGraph, usualContexts } from '@kitewright/prover'
import { definePipeline } from 'kitewright'
import { proveGate } from 'kitewright/simulate'
import { describe, expect, test } from 'vitest'

const [pull] = usualContexts

function proofOf(steps: Steps): unknown {
  const { graph } = draft({ value: steps, trace: {} })
  const named = (key: string) => graph.nodes.filter((node) => node.key === key)
  const [step] = named('deploy')
  return step && pull && proveGraph(graph, { step, gates: named('gate') }, pull)
}

const numbers = Array.from({ length: 24 }, (_, index) => index)
const reads = (name: string, index: number): string => `build.env("${name}${index}") == "1"`
/** Of pairs that are asked far apart, each way to take the first halves has to be kept apart. */
const first = numbers.map((index) => reads('A', index)).join(' || ')
const pairs = (names: readonly [string, string]): string =>
  numbers.map((index) => `(${reads(names[0], index)} && ${reads(names[1], index)})`).join(' || ')
const tangled: Steps = [
  command({ key: 'unit', command: 'a', if: first }),
  block({ key: 'gate', block: 'Ship?', if: pairs(['A', 'B']) }),
  command({ key: 'deploy', command: 'a', depends_on: ['unit', 'gate'], if: pairs(['B', 'A']) }),
]
const undecided = { is: 'undecided', why: 'the pipeline has too many cases to look at' }

describe('what is beyond the bound is not decided, and so not proved', () => {
  test('conditions in a tangle', () => {
    expect(proofOf(tangled)).toEqual(undecided)
  })

  test('more things to decide than there may be', () => {
    const blocks = Array.from({ length: 3100 }, (_, index) => block({ key: `b${index}`, block: 'b', depends_on: [] }))
    const steps = [
      block({ key: 'gate', block: 'Ship?', if: 'build.message == "x"' }),
      ...blocks,
      command({ key: 'deploy', command: 'a', depends_on: ['gate', ...blocks.map(({ key }) => String(key))] }),
    ]
    expect(proofOf(steps)).toEqual(undecided)
  })

  test('by proveGate', () => {
    const simple = [block({ key: 'gate', block: 'Ship?' }), command({ key: 'deploy', command: 'a' })]
    const pipeline = definePipeline(({ build }) => (build.tag === undefined ? simple : tangled))
    expect(proveGate(pipeline, 'deploy', { behind: 'gate' })).toEqual({
      proved: false,
      violation: {
        steps: [],
        explanation: 'not decided for a tag, and so not proved: the pipeline has too many cases to look at',
      },
    })
  })
})

test('just below the bound a formula is as deep as it has variables, and is decided', () => {
  const blocks = Array.from({ length: 2900 }, (_, index) => block({ key: `b${index}`, block: 'b', depends_on: [] }))
  const names = ['gate', ...blocks.map(({ key }) => String(key))]
  const gate = block({ key: 'gate', block: 'Ship?', if: 'build.message == "x"' })
  const steps = [gate, ...blocks, command({ key: 'deploy', command: 'a', depends_on: names })]
  expect(proofOf(steps)).toMatchObject({ is: 'broken' })
})
