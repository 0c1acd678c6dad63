import { givenContext, type Graph } from '@kitewright/core'
import { type Demand, proveGraph } from '@kitewright/prover'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { graphOfPlain } from '../scheduler/graph-of-plain.ts'
import { allSteps, type PlainFacts, type PlainStep } from '../scheduler/plain-pipeline.ts'
import { kindsOfBuilds, startsIn } from './brute-force.ts'
import { isDeployable, smallPipeline } from './small-pipeline.ts'

const someBuild = {
  name: 'some build',
  known: new Map([['build.tag', { value: null }]]),
  context: givenContext(),
}

/** A pipeline, a step of it and a block. */
const asked = fc.tuple(smallPipeline, fc.nat(9), fc.nat(9)).map(([steps, from, to]) => {
  const gates = allSteps(steps).filter(({ kind }) => kind === 'block')
  const ends = allSteps(steps).filter(isDeployable)
  return { steps, gate: gates[from % gates.length]?.key ?? '', step: ends[to % ends.length]?.key ?? '' }
})

interface Asked {
  readonly steps: readonly PlainStep[]
  readonly step: string
  readonly gate: string
}

function passes({ steps, step, gate }: Asked, facts: PlainFacts): boolean {
  return startsIn(facts, steps, step, [gate])
}

function demandOf(graph: Graph, step: string, gate: string): Demand | undefined {
  const [end, block] = [step, gate].map((key) => graph.nodes.find((node) => node.key === key))
  return end && block && { step: end, gates: [block] }
}

test(
  'a gate is weaker than before exactly if it is passed in a build in which it was not',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(asked, asked, (old, next) => {
        const [before, graph] = [graphOfPlain(old.steps), graphOfPlain(next.steps)]
        fc.pre(before !== undefined && graph !== undefined)
        const [ofOld, demand] = [demandOf(before, old.step, old.gate), demandOf(graph, next.step, next.gate)]
        fc.pre(ofOld !== undefined && demand !== undefined)
        const proof = proveGraph(graph, demand, someBuild, { graph: before, demand: ofOld })
        expect(proof.is).not.toBe('undecided')
        const isWeaker = proof.is === 'broken' && proof.found.taken.length === 0
        expect(isWeaker).toBe(kindsOfBuilds.some((facts) => passes(next, facts) && !passes(old, facts)))
      }),
      { numRuns: runs(300) },
    )
  },
)
