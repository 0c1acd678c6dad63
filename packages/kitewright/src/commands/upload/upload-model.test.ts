import { array, assert, asyncProperty, boolean, constantFrom, integer, record, scheduler } from 'fast-check'
import { expect, test } from 'vitest'
import { type BuildModel, emptyBuild, Killed, modelAgent, type Trouble } from './build-model.ts'
import { uploadParts } from './upload-parts.ts'
import type { GeneratedPart } from './write-parts.ts'

const silent = { isTerminal: false, write: () => {} }

/** One attempt of the job: what it uploads, and what happens to its calls, the rest of which go well. */
interface Attempt {
  readonly name: string
  readonly count: number
  readonly hasKeys: boolean
  readonly replace: boolean
  readonly job: string
  readonly run: string
  readonly isRetry: boolean
  readonly troubles: readonly Trouble[]
}

function partsOf({ name, count, hasKeys }: Pick<Attempt, 'name' | 'count' | 'hasKeys'>): readonly GeneratedPart[] {
  return Array.from({ length: count }, (_, index) => {
    const json = (key?: string): string => JSON.stringify({ steps: [{ label: `${name}${index}`, key }] })
    const key = hasKeys ? `key-${index}` : undefined
    return { json: json(key), key, withKey: json, variables: [] }
  })
}

/** What the attempt says at its end: undefined for success, 'killed' if it could say nothing. */
async function run(
  build: BuildModel,
  attempt: Attempt,
  turn = async (): Promise<void> => {},
): Promise<string | undefined> {
  const troubles = [...attempt.troubles]
  const agent = modelAgent(build, attempt.run, async () => {
    await turn()
    return troubles.shift() ?? 'well'
  })
  const { job, run: name, isRetry, replace } = attempt
  const identity = { place: 'place', job, run: name, isRetry, variables: '-' }
  try {
    return await uploadParts({ parts: partsOf(attempt), replace, identity }, agent, silent)
  } catch (error) {
    if (error instanceof Killed) return 'killed'
    throw error
  }
}

const labels = ({ landed }: BuildModel): readonly string[] =>
  landed.map(({ json }) => (JSON.parse(json) as { steps: [{ label: string }] }).steps[0].label)
const wanted = ({ name, count }: Attempt): readonly string[] => Array.from({ length: count }, (_, n) => `${name}${n}`)

/** What is said at the end of an attempt is so; nothing of it is still on its way where it says that nothing is. */
function expectTrue(said: string | undefined, attempt: Attempt, build: BuildModel, isAlone = true): void {
  const there = labels(build).filter((label) => label.startsWith(attempt.name))
  expect(new Set(there).size).toBe(there.length)
  expect(build.faults).toEqual([])
  if (said === undefined) expect(there).toEqual(wanted(attempt))
  if (said === undefined || said === 'killed') return
  expect(said).toMatch(/nothing was uploaded|in the build: retry this job|not known/)
  if (said.endsWith('nothing was uploaded')) {
    expect(isAlone ? there : build.landed.filter((upload) => upload.run === attempt.run)).toEqual([])
  }
  const [, from, to] = /parts? (\d+)(?: to (\d+))? of \d+ (?:is|are) in the build/.exec(said) ?? []
  if (from !== undefined)
    expect(there).toEqual(expect.arrayContaining(wanted(attempt).slice(Number(from) - 1, Number(to ?? from))))
}

function settle(build: BuildModel): void {
  for (const effect of build.late.splice(0)) effect()
}

const trouble = constantFrom<Trouble>(
  'well',
  'well',
  'well',
  'well',
  'lost',
  'late',
  'down',
  'refused',
  'ended before',
  'ended after',
  'killed before',
  'killed after',
)
const troubles = array(trouble, { maxLength: 16 })
const notLate = array(
  trouble.filter((what) => what !== 'late'),
  { maxLength: 16 },
)
const shape = record({ count: integer({ min: 1, max: 5 }), hasKeys: boolean() })

/** Attempts of one job, each a retry of the one before; or the same job again, where its script tries again. */
function attempts(
  all: readonly (readonly Trouble[])[],
  same: readonly boolean[],
  rest: Pick<Attempt, 'name' | 'count' | 'hasKeys'>,
): readonly Attempt[] {
  let job = 0
  return all.map((list, index) => {
    if (index > 0 && same[index] !== true) job++
    return { ...rest, replace: false, job: `j${job}`, run: `r${index}`, isRetry: job > 0, troubles: list }
  })
}

const numRuns = 3000

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
        expect(said).toEqual(
          names.has('b') ? undefined : expect.stringMatching(/^an earlier attempt of this job has uploaded another/),
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
    { numRuns: 1000 },
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
