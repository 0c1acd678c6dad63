import { givenContext } from '@kitewright/core'
import { proveGraph } from '@kitewright/prover'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { graphOfPlain } from '../scheduler/graph-of-plain.ts'
import { allSteps, type PlainStep } from '../scheduler/plain-pipeline.ts'
import { startsSomewhere } from './brute-force.ts'
import { isDeployable, smallPipeline } from './small-pipeline.ts'

const someBuild = {
  name: 'some build',
  known: new Map([['build.tag', { value: null }]]),
  context: givenContext(),
}

/** Once told by an odd reading of the rules, though an ordinary build shows it: somebody runs the first step again. */
const onlyRunAgain: readonly PlainStep[] = [
  { kind: 'command', key: 's0' },
  { kind: 'block', key: 's1' },
  { kind: 'command', key: 's2', allow_dependency_failure: true },
  {
    kind: 'group',
    key: 's3',
    depends_on: [
      { step: 's0', allow_failure: false },
      { step: 's2', allow_failure: false },
    ],
    steps: [{ kind: 'command', key: 's3c', depends_on: [{ step: 's2', allow_failure: false }] }],
  },
]

// KITEWRIGHT_TEST_RUNS=100 tries 200,000.
test('what is proved holds in every build, and what is not is broken in one', { timeout: 36_000_000 }, () => {
  fc.assert(
    fc.property(smallPipeline, fc.nat(15), fc.nat(9), (steps, which, to) => {
      const graph = graphOfPlain(steps)
      fc.pre(graph !== undefined)
      const blocks = graph.nodes.filter(({ kind }) => kind === 'block')
      const ends = allSteps(steps).filter(isDeployable)
      // One block, or several of which one has to be continued: those whose bits are set.
      const chosen = blocks.filter((_, bit) => (which >> bit) % 2 === 1)
      const gates = chosen.length > 0 ? chosen : blocks.slice(0, 1)
      const key = ends[to % ends.length]?.key
      const step = graph.nodes.find((node) => node.key === key)
      if (gates.length === 0 || step === undefined) throw new Error('nothing to ask')
      const demand = { step, gates }
      const proof = proveGraph(graph, demand, someBuild)
      expect(proof.is).not.toBe('undecided')
      // The naive interpreter takes what the documentation leaves open by default.
      const isBroken = proof.is === 'broken' && proof.found.taken.length === 0
      expect(isBroken).toBe(
        startsSomewhere(
          steps,
          step.key as string,
          gates.map((gate) => gate.key as string),
        ),
      )
    }),
    { numRuns: runs(2000), examples: [[onlyRunAgain, 0, 2]] },
  )
})
