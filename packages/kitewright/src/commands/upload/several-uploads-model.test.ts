import { array, assert, asyncProperty, integer } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { runs } from '../../../../../test/runs.ts'
import { emptyBuild } from './build-model.ts'
import { type Attempt, attempts, expectTrue, labels, run, wanted } from './job-model.ts'
import { notLate, shape } from './troubles.ts'

const numRuns = runs(2000)

// For the ten-fold run of CI.
vi.setConfig({ testTimeout: 600_000 })

test('a retry that makes another pipeline never mixes the two, and --replace ends with its own alone', async () => {
  const outcomes = { changed: 0, uploaded: 0 }
  await assert(
    asyncProperty(
      shape,
      shape,
      array(notLate, { minLength: 1, maxLength: 3 }),
      notLate,
      async (form, then, before, replacing) => {
        const build = emptyBuild()
        const series = attempts(before, [], { name: 'a', ...form })
        for (const attempt of series) if ((await run(build, attempt)) === undefined) break
        const retry: Attempt = { name: 'b', ...then, replace: false, job: 'k0', run: 'x0', isRetry: true, troubles: [] }
        const said = await run(build, retry)
        expectTrue(said, retry, build)
        const names = new Set(labels(build).map((label) => label[0]))
        expect(names.size).toBe(1)
        expect(said === undefined ? 'uploaded' : said.replace(/ than .*/, '')).toBe(
          names.has('b') ? 'uploaded' : 'an earlier attempt of this job has uploaded another pipeline',
        )
        outcomes[said === undefined ? 'uploaded' : 'changed']++
        const last: Attempt = { ...retry, name: 'c', replace: true }
        for (const [index, list] of [replacing, [], []].entries()) {
          const ended = await run(build, { ...last, job: `l${index}`, run: `y${index}`, troubles: list })
          if (ended === undefined) break
        }
        expect(labels(build)).toEqual(wanted(last))
        // And back again: what was replaced is not taken for what is there.
        const back = { ...retry, name: 'a', ...form, replace: true, job: 'm0', run: 'z0' }
        expect(await run(build, back)).toBe(undefined)
        expect(labels(build)).toEqual(wanted(back))
      },
    ),
    { numRuns },
  )
  expect(Math.min(outcomes.changed, outcomes.uploaded)).toBeGreaterThan(numRuns / 20)
})

test('equal uploads of one job are as many as it makes, whenever it is killed and retried', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 3 }),
      integer({ min: 1, max: 3 }),
      array(notLate, { maxLength: 4 }),
      async (times, count, kills) => {
        const build = emptyBuild()
        const form = { name: 'a', count, hasKeys: false }
        for (const [job, attempt] of attempts([...kills, []], [], form).entries()) {
          for (let call = 0; call < times; call++) {
            const said = await run(build, {
              ...attempt,
              run: `r${job}${call}`,
              troubles: call === times - 1 ? attempt.troubles : [],
            })
            if (said !== undefined) break
          }
        }
        expect(labels(build)).toHaveLength(times * count)
      },
    ),
    { numRuns: runs(1000) },
  )
})
