import { findUnsendable } from '@kitewright/core/find-unsendable'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { describeAgents, dryRun } from './agent.ts'
import { nastyText } from './nasty-text.ts'

const attributes = fc.record({
  env: fc.dictionary(nastyText, nastyText, { noNullPrototype: true, minKeys: 1, maxKeys: 40 }),
  secrets: fc.array(nastyText, { minLength: 1, maxLength: 20 }),
  agents: fc.dictionary(nastyText, nastyText, { noNullPrototype: true, maxKeys: 40 }),
  notify: fc.array(fc.record({ slack: nastyText, if: nastyText }, { noNullPrototype: true }), { maxLength: 10 }),
  image: nastyText,
})

describeAgents('attributes beside the steps', (agent) => {
  test.for([
    ['YAML', emitYaml],
    ['JSON', emitJson],
  ] as const)('come out as the author wrote them: %s', ([, write]) => {
    fc.assert(
      fc.property(attributes, (authored) => {
        const pipeline = { ...authored, steps: ['wait'] }
        // Two keys may become one on their way, which is found beforehand.
        fc.pre(findUnsendable(pipeline).length === 0)
        const secrets = authored.secrets.map((key) => (key === '' ? { key } : { key, environment_variable: key }))
        const { uploads, failed } = dryRun(agent, [write(pipeline)])
        expect({ uploads, failed }).toEqual({ uploads: [{ ...pipeline, secrets }], failed: false })
        expect(Object.entries(uploads[0]?.['env'] as object)).toEqual(Object.entries(authored.env))
      }),
      { numRuns: runs(5), endOnFailure: true },
    )
  })
})
