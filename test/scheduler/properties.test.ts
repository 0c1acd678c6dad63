import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BuildTimeline, JobTimeline, Timeline } from '@kitewright/scheduler'
import { runs } from '../runs.ts'
import { simulateWorld } from './by-scheduler.ts'
import type { PlainStep, PlainWorld } from './plain-pipeline.ts'
import { allSteps } from './plain-pipeline.ts'
import { randomWorld } from './random-world.ts'

type Job = JobTimeline & { readonly spec: PlainStep }

/** Tries a property on random builds. */
function always(holds: (timeline: Timeline, world: PlainWorld) => void): void {
  fc.assert(
    fc.property(randomWorld, (world) => {
      const timeline = simulateWorld(world)
      if (timeline !== undefined) holds(timeline, world)
    }),
    { numRuns: runs(200) },
  )
}

function jobsOf(timeline: Timeline, world: PlainWorld): readonly Job[] {
  return timeline.builds.flatMap(({ steps }, build) => {
    const specs = new Map(allSteps(world.builds[build]?.steps ?? []).map((spec) => [spec.key, spec]))
    return steps.flatMap(({ key, jobs }) => jobs.map((job) => ({ ...job, spec: specs.get(key) as PlainStep })))
  })
}

/** The most that ran at one time. Who ends makes room for who starts. */
function mostAtOnce(jobs: readonly JobTimeline[]): number {
  const changes = jobs
    .filter(({ start, finish }) => start !== undefined && start !== finish)
    .flatMap(({ start = 0, finish = Infinity }) => [[start, 1] as const, [finish, -1] as const])
  let now = 0
  let most = 0
  for (const [, change] of changes.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    now += change
    most = Math.max(most, now)
  }
  return most
}

const final = new Set([
  'finished',
  'canceled',
  'timed_out',
  'expired',
  'skipped',
  'broken',
  'waiting_failed',
  'blocked_failed',
  'unblocked_failed',
])

describe('in every build', () => {
  test('nothing starts before what it names as its dependencies has finished', () => {
    always((timeline, world) => {
      const early = timeline.builds.flatMap(({ steps }: BuildTimeline, build) =>
        allSteps(world.builds[build]?.steps ?? []).flatMap(({ key, depends_on = [] }) => {
          const start = steps.find((step) => step.key === key)?.jobs[0]?.start ?? Infinity
          return depends_on.filter(({ step }) => {
            const before = steps.find((one) => one.key === step)
            // A wait is over once more when what it waited for was run again by hand.
            if (before?.kind === 'wait' && world.builds[build]?.retry.length !== 0) return false
            const first = before?.jobs.filter(({ attempt }) => attempt === 1) ?? []
            return before?.state !== 'ignored' && first.some(({ finish = Infinity }) => finish > start)
          })
        }),
      )
      expect(early).toEqual([])
    })
  })

  test('no queue has more jobs than agents', () => {
    always((timeline, world) => {
      const jobs = jobsOf(timeline, world)
      const crowded = Object.entries(world.agents).filter(
        ([queue, count]) =>
          mostAtOnce(jobs.filter((job) => job.queue === queue && job.spec.kind === 'command')) > count,
      )
      expect(crowded).toEqual([])
    })
  })

  test('no concurrency group has more jobs than the greatest of its limits', () => {
    always((timeline, world) => {
      const jobs = jobsOf(timeline, world)
      const crowded = ['one', 'two'].filter((name) => {
        const members = jobs.filter(({ spec }) => spec.concurrency_group === name)
        return mostAtOnce(members) > Math.max(0, ...members.map(({ spec }) => spec.concurrency ?? 0))
      })
      expect(crowded).toEqual([])
    })
  })

  test('each job has ended in one way, or its step says what it waits for', () => {
    always((timeline) => {
      const unexplained = timeline.builds.flatMap(({ steps }) =>
        steps.filter(
          ({ kind, state, why, jobs }) =>
            kind !== 'group' &&
            jobs.some((job) => !final.has(job.state)) &&
            (state === 'finished' || state === 'ignored' || !/waits for (?:\w|").+|running/.test(why)),
        ),
      )
      expect(unexplained).toEqual([])
    })
  })

  test('each step has a reason in words', () => {
    always((timeline) => {
      const silent = timeline.builds.flatMap(({ steps }) =>
        steps.filter(({ why }) => why === '' || why.includes('undefined')),
      )
      expect(silent.map(({ why }) => why)).toEqual([])
    })
  })

  test('a simulation again gives the same timeline', () => {
    always((timeline, world) => expect(simulateWorld(world)).toEqual(timeline))
  })
})

const hindrances = new Set(['concurrency', 'concurrency_group', 'concurrency_method', 'timeout_in_minutes'])

/** One build in which everything passes, with nothing to hold it up but itself. */
function unhindered({ builds: [build] }: PlainWorld): PlainWorld {
  if (build === undefined) return { builds: [], agents: {} }
  const free = (step: PlainStep): PlainStep => ({
    ...(Object.fromEntries(Object.entries(step).filter(([name]) => !hindrances.has(name))) as unknown as PlainStep),
    ...(step.steps && { steps: step.steps.map(free) }),
  })
  const jobs = Object.fromEntries(Object.entries(build.jobs).map(([name, job]) => [name, { ...job, statuses: [0] }]))
  return { builds: [{ ...build, at: 0, steps: build.steps.map(free), jobs, retry: [], cancel: [] }], agents: {} }
}

describe('with nothing shared', () => {
  test('a build is as long as its critical path, and no shorter with fewer agents', () => {
    fc.assert(
      fc.property(randomWorld.map(unhindered), (world) => {
        const [build] = simulateWorld(world)?.builds ?? []
        if (build === undefined || build.steps.some(({ state }) => state === 'waiting_for_input')) return
        const last = Math.max(0, ...build.steps.flatMap(({ jobs }) => jobs.map(({ finish = 0 }) => finish)))
        expect(build.bounds.criticalPath).toBe(last)
        const [narrow] = simulateWorld({ ...world, agents: { default: 1, big: 1, small: 1 } })?.builds ?? []
        expect(narrow?.finish).toBeGreaterThanOrEqual(build.finish)
      }),
      { numRuns: runs(200) },
    )
  })

  test('any number of agents keeps within the bound of Graham: the work of an agent and the critical path', () => {
    fc.assert(
      fc.property(randomWorld.map(unhindered), fc.integer({ min: 1, max: 4 }), (world, agents) => {
        const isOneQueue = allSteps(world.builds[0]?.steps ?? []).every(
          ({ queue, kind }) => queue === undefined && kind !== 'block' && kind !== 'input' && kind !== 'trigger',
        )
        const [build] = isOneQueue ? (simulateWorld({ ...world, agents: { default: agents } })?.builds ?? []) : []
        if (build === undefined) return
        const work = build.steps
          .flatMap(({ jobs }) => jobs)
          .reduce((sum, { start, finish = 0 }) => sum + (start === undefined ? 0 : finish - start), 0)
        expect(build.duration).toBeLessThanOrEqual(work / agents + (1 - 1 / agents) * build.bounds.criticalPath + 1e-6)
        expect(build.duration).toBeGreaterThanOrEqual(Math.max(build.bounds.criticalPath, build.bounds.work) - 1e-6)
      }),
      { numRuns: runs(400) },
    )
  })
})
