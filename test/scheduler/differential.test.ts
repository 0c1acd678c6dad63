import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { resultOf, simulateWorld } from './by-scheduler.ts'
import { naive } from './naive.ts'
import { randomWorld } from './random-world.ts'

/** KITEWRIGHT_TEST_RUNS=50 tries 20,000. */
const tried = runs(400)

test('two readings of the facts agree on random builds', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(randomWorld, (world) => {
      const timeline = simulateWorld(world)
      expect(timeline && resultOf(timeline)).toEqual(timeline && naive(world))
    }),
    { numRuns: tried },
  )
})

test('hardly a random build is one that Buildkite refuses', () => {
  const refused = fc.sample(randomWorld, 100).filter((world) => simulateWorld(world) === undefined)
  expect(refused.length).toBeLessThan(5)
})
