import type { WireMap } from '@kitewright/core'
import { findUnsendable } from '@kitewright/core/find-unsendable'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { describeAgents, dryRun } from './agent.ts'
import { nastyText } from './nasty-text.ts'

const small = fc.dictionary(nastyText, nastyText, { noNullPrototype: true, minKeys: 1, maxKeys: 8 })
const large = fc.dictionary(nastyText, nastyText, { noNullPrototype: true, minKeys: 9, maxKeys: 24 })

// The agent holds the first three without order, and changes them while it walks them.
const steps = [
  (map: WireMap): WireMap => ({ command: 'make', env: map }),
  (map: WireMap): WireMap => ({ command: 'make', plugins: [{ './plugin': map }] }),
  (map: WireMap): WireMap => ({ command: 'make', plugins: [{ './plugin': { deep: [map] } }] }),
  (map: WireMap): WireMap => ({ command: 'make', retry: map }),
  (map: WireMap): WireMap => ({ trigger: 't', build: { env: map } }),
  (map: WireMap): WireMap => ({ wait: null, note: [map] }),
]

const carrier = fc
  .tuple(fc.constantFrom(...steps), fc.oneof(small, large))
  .map(([step, map]) => step(map))
  .filter((step) => findUnsendable({ steps: [step] }).length === 0)

describeAgents('maps of texts', (agent) => {
  test.for([
    ['YAML', emitYaml],
    ['JSON', emitJson],
  ] as const)('come out whole, unless they were found to be unsendable: %s', ([, write]) => {
    fc.assert(
      fc.property(fc.array(carrier, { minLength: 150, maxLength: 150 }), (authored) => {
        const { uploads, failed } = dryRun(agent, [write({ steps: authored })], { env: { HOME: '/home', A: '$HOME' } })
        expect({ uploads, failed }).toEqual({ uploads: [{ steps: authored }], failed: false })
      }),
      { numRuns: runs(2), endOnFailure: true },
    )
  })

  test('a key that we refuse in a large map is indeed lost', () => {
    const map = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`$HOME_${index}`, '$HOME']))
    const authored = Array.from({ length: 100 }, () => ({ command: 'make', env: map }))
    expect(findUnsendable({ steps: authored.slice(0, 1) }).map(({ problem }) => problem)).toEqual(
      Array.from({ length: 9 }, () => 'unstable-key'),
    )
    const { uploads } = dryRun(agent, [emitJson({ steps: authored })])
    expect(uploads).not.toEqual([{ steps: authored }])
  })
})
