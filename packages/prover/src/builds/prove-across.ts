import type { Node } from '@kitewright/core'
import { type BuildTimeline, formatDuration, type JobTimeline, simulateGraphs } from '@kitewright/scheduler'
import { type Course, courses } from './courses.ts'
import type { TwoBuilds } from './kinds.ts'
import { simulated, type Way, waysTo } from './ways.ts'

/** Two builds in which something went wrong, as they were simulated. */
export interface Clash {
  readonly older: Way
  readonly newer: Way
  readonly course: Course
  readonly timelines: readonly [older: BuildTimeline, newer: BuildTimeline]
}

/** What the jobs of a step did in two builds. */
export type JobsOfTwo = readonly [older: readonly JobTimeline[], newer: readonly JobTimeline[]]

/** Whether something went wrong in two builds. */
export type Sight = (jobs: JobsOfTwo, timelines: Clash['timelines']) => boolean

/** The most ordinary two builds in which something goes wrong with a step; undefined where none of the usual courses shows it. */
export function clashOf({ older, newer }: TwoBuilds, key: string, isSeen: Sight): Clash | undefined {
  const [step, ofNewer] = [named(older.graph.nodes, key), named(newer.graph.nodes, key)]
  if (step === undefined || ofNewer === undefined) return undefined
  const ways = [...waysTo(newer, ofNewer)]
  for (const way of waysTo(older, step)) {
    const next = ways.find(({ block }) => block?.id === way.block?.id) ?? ways.at(-1)
    if (next === undefined) return undefined
    for (const course of courses(way, next)) {
      const clash = run(way, next, course)
      const [first, second] = clash.timelines
      const jobs = [first.steps[step.index]?.jobs ?? [], second.steps[ofNewer.index]?.jobs ?? []] as const
      if (isSeen(jobs, clash.timelines)) return clash
    }
  }
  return undefined
}

function run(older: Way, newer: Way, course: Course): Clash {
  const { builds } = simulateGraphs(
    [
      { id: 'older', ...simulated(older, course.older) },
      { id: 'newer', at: course.at * 1000, ...simulated(newer, course.newer) },
    ],
    { choices: { ...older.choices, ...newer.choices } },
  )
  return { older, newer, course, timelines: builds as Clash['timelines'] }
}

export function named(nodes: readonly Node[], key: string): Node | undefined {
  return nodes.find(({ id }) => id === key)
}

/** The older one is there last: what it deploys stays. */
export function endsLast([older, newer]: JobsOfTwo): boolean {
  const end = (jobs: readonly JobTimeline[]): number => Math.max(...passed(jobs).map(({ finish = 0 }) => finish))
  return passed(older).length > 0 && passed(newer).length > 0 && end(older) > end(newer)
}

/** Both are at work at one time. */
export function areAtWork([older, newer]: JobsOfTwo): boolean {
  return older.some((one) => newer.some((other) => meet(one, other)))
}

/** Two jobs are at work at one time, be they of one build or of two. */
export function areTwoAtWork(jobs: JobsOfTwo): boolean {
  const all = jobs.flat()
  return all.some((one, at) => all.slice(at + 1).some((other) => meet(one, other)))
}

function meet(one: JobTimeline, other: JobTimeline): boolean {
  return Math.max(startOf(one), startOf(other)) < Math.min(endOf(one), endOf(other))
}

function passed(jobs: readonly JobTimeline[]): readonly JobTimeline[] {
  return jobs.filter(({ outcome }) => outcome === 'passed')
}

function startOf({ start = Infinity }: JobTimeline): number {
  return start
}

function endOf({ finish = -Infinity }: JobTimeline): number {
  return finish
}

/** What happens in two builds, line by line. */
export function story(clash: Clash, key: string): readonly string[] {
  const { older, newer, course, timelines } = clash
  const clicked = [older, newer].flatMap(({ scenario }) => Object.keys(scenario.unblock ?? {}))
  const [ofOlder, ofNewer] = timelines
  const runs = [`of the newer build ${when(ofNewer, key)}`, `that of the older one ${when(ofOlder, key)}`]
  const others = [...new Set(clicked)].filter((one) => !Object.keys(course.older.unblock ?? {}).includes(one))
  return [
    `- the newer build is created ${formatDuration(course.at)} after the older one, both of ${kindsOf(clash)}`,
    ...others.map((one) => `- somebody continues block "${one}" of both as soon as it asks`),
    ...course.says.map((one) => `- ${one}`),
    `- counted from the creation of the older one, step "${key}" ${runs.join('; ')}`,
  ]
}

function kindsOf({ older, newer }: Clash): string {
  const [one, other] = [older.build.kind.name, newer.build.kind.name]
  return one === other ? one : `${one} and of ${other}`
}

function when({ steps }: BuildTimeline, key: string): string {
  const jobs = steps.find((step) => step.key === key)?.jobs ?? []
  const ran = jobs.filter(({ start }) => start !== undefined)
  const spans = ran.map(({ start = 0, finish = 0, outcome }) => {
    const span = `from ${formatDuration(start)} to ${formatDuration(finish)}`
    return outcome === 'passed' ? span : `${span}, and fails`
  })
  return `runs ${spans.join('; then ')}`
}
