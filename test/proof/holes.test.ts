import { draft, type Graph, type Node, type Steps } from '@kitewright/core'
import { defineParsed } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import { type GraphProof, proveGraph, usualContexts } from '@kitewright/prover'
import { describe, expect, test } from 'vitest'
import { type Hole, holes } from './holes.ts'

function graphOf(steps: Steps | string): Graph {
  if (typeof steps !== 'string') return draft({ value: steps, trace: {} }).graph
  const [parsed] = parsePipeline(steps).pipelines
  if (parsed === undefined) throw new Error('no pipeline')
  return draft(defineParsed(parsed).definition).graph
}

/** A demand for each gate that must have been continued, in each kind of build. */
function proofsOf(steps: Steps | string, behind: NonNullable<Hole['behind']>): readonly GraphProof[] {
  const graph = graphOf(steps)
  const named = (key: string): readonly Node[] => graph.nodes.filter((node) => node.key === key)
  const demands = 'anyOf' in behind ? [behind.anyOf.flatMap(named)] : behind.map(named)
  const [step] = named('deploy')
  if (step === undefined) throw new Error('no deploy')
  return usualContexts.flatMap((context) => demands.map((gates) => proveGraph(graph, { step, gates }, context)))
}

describe.each(Object.entries(holes))('a hole %s', (_, group) => {
  test.each(group)('$name: it is found and happens in the simulator, and is proved mended', (one) => {
    const { hole, mended, behind = ['gate'] } = one
    const broken = proofsOf(hole, behind).filter((proof) => proof.is !== 'proved')
    expect(broken.map(({ is }) => is)).toEqual(broken.map(() => 'broken'))
    const started = broken.map(
      (proof) => proof.is === 'broken' && proof.timeline.steps.find(({ key }) => key === 'deploy'),
    )
    expect(started.map((step) => typeof step === 'object' && step.start !== undefined)).toEqual(broken.map(() => true))
    expect(broken.length).toBeGreaterThan(0)
    expect(proofsOf(mended, behind).filter(({ is }) => is !== 'proved')).toEqual([])
  })
})

test('there are forty at least', () => {
  expect(Object.values(holes).flat().length).toBeGreaterThanOrEqual(40)
})
