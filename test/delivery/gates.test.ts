import * as fc from 'fast-check'
import { service } from 'kitewright/presets'
import { proveGate } from 'kitewright/simulate'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'

test('whatever the options, it is proved that production waits for its click', () => {
  const options = fc.record({
    tests: fc.constantFrom(['unit'], ['unit', 'integration', 'contract'], []),
    images: fc.constantFrom(['payments'], ['payments', 'worker'], []),
    on: fc.constantFrom('branch' as const, 'tag' as const),
    smokeTest: fc.constantFrom('scripts/smoke.sh', undefined),
    folder: fc.constantFrom('services/payments', undefined),
    releaseNotes: fc.boolean(),
    markers: fc.constantFrom(['sentry'] as const, []),
    pact: fc.constantFrom({ consumer: true, provider: true }, undefined),
    removed: fc.subarray(['tests', 'image', 'deploy-test'] as const),
  })
  fc.assert(
    fc.property(options, ({ on, smokeTest, releaseNotes, markers, removed, ...others }) => {
      const pipeline = service({
        name: 'payments',
        ...others,
        environments: [
          { name: 'test', smokeTest },
          { name: 'prod', on, smokeTest, releaseNotes, markers },
        ],
        stages: Object.fromEntries(removed.map((name) => [name, false as const])),
      })
      const { proved } = proveGate(pipeline, 'deploy-production', { behind: 'deploy-to-production' })
      expect(proved).toBe(true)
    }),
    { numRuns: runs(10) },
  )
})

test('without the click it is not', () => {
  const pipeline = service({ name: 'payments', stages: { 'approve-prod': false } })
  expect(() => proveGate(pipeline, 'deploy-production', { behind: 'deploy-to-production' })).toThrow(
    'deploy-to-production',
  )
})
