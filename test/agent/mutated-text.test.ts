import { parsePipeline } from '@kitewright/core/parse'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutatedText, seeds } from '../fuzz/mutated-text.ts'
import { runs } from '../runs.ts'
import { describeAgents } from './agent.ts'
import { dryRuns } from './dry-runs.ts'
import { uploadsOf } from './uploads-of.ts'

const seed = Number(process.env['KITEWRIGHT_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const isQuirky = (text: string): boolean => parsePipeline(text).problems.some(({ kind }) => kind === 'quirk')
const flags = ['--apply-if-changed=false', '--no-interpolation']

/** Once read otherwise than the agent does. */
const known = [
  'steps:\n- ? key\n# above\n    U\n  if: a\n',
  'steps:\n- ? "key"\n    U\n  : a\n',
  'steps:\n- ? - a\n# b\n    U\n',
]

// What the agent refuses it may have uploaded a part of before; kitewright uploads nothing of it.
describeAgents('texts of YAML with changes', (agent) => {
  // The next version has another model.
  test.runIf(agent.version.startsWith('v3.'))('are refused, or uploaded, as we think, if we read them', () => {
    const drawn = fc
      .sample(mutatedText(seeds), { numRuns: runs(300), seed })
      .map((text) => Buffer.from(text).toString())
    const texts = [...known, ...drawn].filter((text) => text !== '' && !isQuirky(text))
    const different = dryRuns(agent, texts, { flags }).flatMap(({ failed, uploads }, index) => {
      const [text = '', actual] = [texts[index], { failed, uploads }]
      const expected = uploadsOf(text)
      const isSame = (failed && expected.failed) || isDeepStrictEqual(actual, expected)
      return isSame ? [] : [{ text, expected, actual }]
    })
    expect({ seed, different }).toEqual({ seed, different: [] })
    expect(texts.length / (known.length + drawn.length)).toBeGreaterThan(0.9)
  })
})
