import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { runs } from '../runs.ts'
import { type ArrivedUpload, startBuildApi } from './build-api.ts'
import { repository, runKitewright } from './run-kitewright.ts'

/** A pipeline whose steps make 300 jobs each, so that every step is an upload of its own. */
const pipeline = (steps: number, hasKeys: boolean): string => `import { command, definePipeline } from 'kitewright'
export default definePipeline(
  Array.from({ length: ${steps} }, (_, index) =>
    command({ label: 'Step ' + index, command: 'true', parallelism: 300, ${hasKeys ? "key: 'step-' + index" : ''} }),
  ),
)`

const repositories = [1, 3].flatMap((steps) =>
  [true, false].map((hasKeys) => ({ steps, hasKeys, folder: repository({ 'pipeline.ts': pipeline(steps, hasKeys) }) })),
)

const labels = (uploads: readonly ArrivedUpload[]): readonly unknown[] =>
  uploads.map(({ pipeline: { steps } }) => steps.map((step) => (step as { readonly label: string }).label))

/** Longer than an upload takes where nothing else runs. On busier machines the kills come earlier in it. */
const longest = 1200

describeAgents('an upload whose job is killed, once or more often', ({ program }) => {
  test('is in the build once after a retry, each part in its place', async () => {
    const killed = record({
      service: constantFrom(...repositories),
      kills: array(integer({ min: 0, max: longest }), { minLength: 1, maxLength: 3 }),
    })
    await assert(
      asyncProperty(killed, async ({ service: { steps, folder }, kills }) => {
        const api = await startBuildApi()
        try {
          const attempt = (count: number, killAt?: number): ReturnType<typeof runKitewright> =>
            runKitewright(folder, ['upload'], {
              agent: program,
              env: { ...api.env, BUILDKITE_RETRY_COUNT: String(count) },
              killAt,
            })
          for (const [count, killAt] of kills.entries()) await attempt(count, killAt)
          const { code, stderr } = await attempt(kills.length)
          expect({ code, stderr, parts: labels(api.uploads) }).toEqual({
            code: 0,
            stderr: expect.any(String) as unknown,
            parts: Array.from({ length: steps }, (_, index) => [`Step ${steps - 1 - index}`]),
          })
        } finally {
          await api.close()
        }
      }),
      { numRuns: runs(3), endOnFailure: true },
    )
  })
})
