import { array, assert, asyncProperty, boolean, scheduler } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { runs } from '../../../../../test/runs.ts'
import { emptyBuild, type Trouble } from './build-model.ts'
import { type Attempt, attempts, expectTrue, labels, run, settle, wanted } from './job-model.ts'
import { notLate, shape, troubles } from './troubles.ts'

const numRuns = runs(2000)

// For the ten-fold run of CI.
vi.setConfig({ testTimeout: 600_000 })

test('whatever happens to the calls, retries upload each part once and in order, and say only what is so', async () => {
  let fates = 0
  await assert(
    asyncProperty(
      shape,
      array(troubles, { minLength: 1, maxLength: 4 }),
      array(boolean(), { maxLength: 4 }),
      async (form, all, same) => {
        const build = emptyBuild()
        const series = attempts([...all, [], []], same, { name: 'a', ...form })
        for (const [index, attempt] of series.entries()) {
          // A script that tries again after success uploads the next.
          const said = await run(build, attempt)
          fates += attempt.troubles.filter((what) => what !== 'well').length
          expectTrue(said, attempt, build)
          if (index === all.length - 1) settle(build)
          if (said === undefined) break
        }
        settle(build)
        expect(labels(build)).toEqual(wanted(series[0] as Attempt))
      },
    ),
    { numRuns },
  )
  expect(fates).toBeGreaterThan(numRuns)
})

test('two runs at once, of one job or of two retries, upload each part once and in order', async () => {
  await assert(
    asyncProperty(scheduler(), shape, notLate, notLate, boolean(), async (s, form, one, other, isSameJob) => {
      const build = emptyBuild()
      const shared = { name: 'a', ...form, replace: false }
      const first = { ...shared, job: 'j0', run: 'r0', isRetry: false, troubles: [] }
      // Two retries know each other by what the first attempt has noted.
      if (!isSameJob)
        await run(build, {
          ...first,
          troubles: ['well', 'well', ...(form.hasKeys ? ['well' as const] : []), 'killed before'],
        })
      const pair = [one, other].map((list, index) => ({
        ...first,
        job: isSameJob ? 'j0' : `j${index + 1}`,
        isRetry: !isSameJob,
        run: `r${index + 1}`,
        troubles: list,
      }))
      const ends = pair.map(async (attempt) => {
        // Both begin before either ends: where one has ended, the other is another upload of the job.
        let calls = 0
        const turn = async (): Promise<void> => (calls++ === 0 ? undefined : s.schedule(Promise.resolve()))
        expectTrue(await run(build, attempt, turn), attempt, build, false)
      })
      await s.waitFor(Promise.all(ends))
      const last = { ...first, job: 'j9', run: 'r9', isRetry: true }
      expect(await run(build, last)).toBe(undefined)
      expectTrue(undefined, last, build)
    }),
    { numRuns },
  )
})

test('every single call of a job of three parts at which it is killed', async () => {
  for (const call of Array(40).keys()) {
    for (const kill of ['killed before', 'killed after', 'lost', 'ended after', 'late'] as const) {
      const build = emptyBuild()
      for (const attempt of attempts([[...Array<Trouble>(call).fill('well'), kill], []], [], {
        name: 'a',
        count: 3,
        hasKeys: false,
      })) {
        await run(build, attempt)
      }
      settle(build)
      expect(labels(build)).toEqual(['a0', 'a1', 'a2'])
    }
  }
})
