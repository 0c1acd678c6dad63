import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutatedText, seeds } from '../fuzz/mutated-text.ts'
import { runs } from '../runs.ts'
import { describeAgents } from './agent.ts'
import { dryRuns } from './dry-runs.ts'
import { uploadsOf } from './uploads-of.ts'

const seed = Number(process.env['KITEWRIGHT_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const flags = ['--apply-if-changed=false', '--no-interpolation']

describeAgents('texts of YAML with changes', (agent) => {
  // The next version has another model.
  test.runIf(agent.version.startsWith('v3.'))('are refused, or uploaded, as we think', () => {
    const texts = fc.sample(mutatedText(seeds), { numRuns: runs(200), seed })
    const different = dryRuns(agent, texts, { flags }).flatMap(({ failed, uploads }, index) => {
      const [text = '', actual] = [texts[index], { failed, uploads }]
      const expected = uploadsOf(text)
      return isDeepStrictEqual(actual, expected) ? [] : [{ text, expected, actual }]
    })
    expect({ seed, different }).toEqual({ seed, different: [] })
  })
})
