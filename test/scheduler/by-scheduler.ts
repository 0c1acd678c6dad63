import { givenContext } from '@kitewright/core'
import { simulateGraphs, type StepTimeline, type Timeline } from '@kitewright/scheduler'
import { graphOfPlain } from './graph-of-plain.ts'
import type { PlainResult, PlainScenario, PlainWorld } from './plain-pipeline.ts'

/** What the scheduler makes of a world. Returns undefined where Buildkite would refuse a pipeline. */
export function simulateWorld({ builds, agents }: PlainWorld): Timeline | undefined {
  const simulated = builds.flatMap((build, number) => {
    const graph = graphOfPlain(build.steps)
    const { branch, message, isChanged = true } = build
    const context = givenContext({ build: { branch, message }, ...(!isChanged && { changedFiles: ['README.md'] }) })
    return graph ? [{ id: String(number), graph, context, at: build.at * 60_000, scenario: scenarioOf(build) }] : []
  })
  return simulated.length < builds.length ? undefined : simulateGraphs(simulated, { agents })
}

const minutes = (time: number): string => `${time}m`

function scenarioOf({ jobs, unblock, retry, cancel }: PlainScenario): object {
  const times = Object.entries(jobs)
  return {
    outcomes: Object.fromEntries(times.map(([name, { statuses }]) => [name, statuses])),
    durations: Object.fromEntries(times.map(([name, job]) => [name, minutes(job.minutes)])),
    unblock: Object.fromEntries(
      Object.entries(unblock).map(([key, { after, at }]) => [
        key,
        { ...(after !== undefined && { after: minutes(after) }), ...(at !== undefined && { at: minutes(at) }) },
      ]),
    ),
    retry: retry.map(({ at, step }) => ({ at: minutes(at), step })),
    cancel: cancel.map(({ at, step }) => ({ at: minutes(at), step })),
  }
}

/** The same in the form that the naive interpreter has too. */
export function resultOf({ builds }: Timeline): PlainResult {
  return { builds: builds.map(({ state, steps }) => ({ state, lines: steps.flatMap(linesOf) })) }
}

function linesOf({ key, kind, state, jobs }: StepTimeline): readonly string[] {
  if (kind === 'group') return []
  if (state === 'ignored') return [`${key} ignored`]
  if (state === 'finished' && jobs.every((job) => isNever(job.state))) return [`${key} never`]
  const shown = jobs.filter((job) => job.state !== 'broken')
  const lines = shown.map(({ name, attempt, start, finish, state: at, outcome }) => {
    const isRun = start !== undefined
    const times = isRun ? `${start / 60}-${finish === undefined ? '' : finish / 60}` : '-'
    return { name, attempt, text: `${name}#${attempt} ${times} ${endOf(at, outcome)}` }
  })
  // The naive interpreter tells the attempts of each job together.
  const names = [...new Set(lines.map(({ name }) => name))]
  const sorted = names.flatMap((name) => lines.filter((line) => line.name === name))
  return sorted.map(({ name, attempt, text }) => {
    const isLast = !lines.some((line) => line.name === name && line.attempt > attempt)
    const wasRetried = !isLast && text.endsWith(' neutral')
    return wasRetried ? text.replace(/neutral$/, 'failed') : text
  })
}

function isNever(state: string): boolean {
  return state === 'waiting_failed' || state === 'blocked_failed' || state === 'unblocked_failed' || state === 'broken'
}

function endOf(state: string, outcome: string): string {
  if (state === 'canceled') return 'canceled'
  if (state === 'timed_out' && outcome === 'neutral') return 'late'
  return ['finished', 'timed_out'].includes(state) ? outcome : 'open'
}
