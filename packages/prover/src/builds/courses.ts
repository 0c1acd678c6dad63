import type { Node } from '@kitewright/core'
import { concurrencyOf, retryRules } from '@kitewright/core/attributes'
import { type BuildScenario, formatDuration } from '@kitewright/scheduler'
import { ancestors } from '../ancestors.ts'
import { hardFailure, mayRunAgain } from '../failures.ts'
import { alone, type Way } from './ways.ts'

/** A course that two builds may take. */
export interface Course {
  /** Seconds from the creation of the older build to that of the newer one. */
  readonly at: number
  readonly older: BuildScenario
  readonly newer: BuildScenario
  /** What is out of the ordinary in it, in words. */
  readonly says: readonly string[]
}

/** How many steps are run again in some course, the last first. */
const mostRunAgain = 4

/** How long a step takes unless told: a minute, or a second where steps have narrow time limits. */
type Pace = 60 | 1

/**
 * The courses of two builds by which things go wrong, the most ordinary first: the older one is continued late, a step before
 * takes long in it, the step itself does, or a step of it that failed is run again late.
 */
export function* courses(older: Way, newer: Way): Iterable<Course> {
  for (const pace of [60, 1] as const) {
    const plan = planned(older, newer, pace)
    if (plan === undefined) continue
    if (older.block) yield continuedLate(older.block, newer.block, plan)
    for (const before of plan.before.slice(-2)) yield takesLong(before, plan)
    yield takesLong(older.step, plan)
    yield together(older.step, newer.step, plan)
    for (const one of againIn(older.step, plan)) yield runAgainLate(one, plan)
    // Only then something that a concurrency gate lets through meets what is behind it.
    yield* meanwhile(older, newer, plan)
  }
}

/** The same, while the step takes long in the newer build; and a step beside it fails while it takes long in the older one. */
function* meanwhile({ step, block, build }: Way, newer: Way, plan: Plan): Iterable<Course> {
  const isGated = build.graph.nodes.some(({ attributes }) => concurrencyOf(attributes).group !== undefined)
  if (!isGated || concurrencyOf(step.attributes).group !== undefined) return
  const long = 2 * plan.late
  const usual = { ...plan.usual, durations: { [keyOf(newer.step)]: long } }
  const says = `step "${newer.step.id}" takes ${formatDuration(long)} in the newer build`
  const lasting = (course: Course): Course => ({ ...course, newer: usual, says: [...course.says, says] })
  if (block) yield lasting(continuedLate(block, newer.block, plan))
  for (const one of againIn(step, plan)) yield lasting(runAgainLate(one, plan))
  const isBefore = new Set(plan.before)
  const mayFail = (node: Node): boolean => runs(node) && node !== step && hardFailure(node) !== undefined
  const beside = build.graph.nodes.filter((node) => mayFail(node) && !isBefore.has(node)).slice(0, mostRunAgain)
  for (const one of beside) yield failsMeanwhile(one, 'older', step, plan)
  for (const one of plan.before.filter(mayFail).slice(-mostRunAgain)) yield failsMeanwhile(one, 'newer', step, plan)
}

function failsMeanwhile(one: Node, where: 'older' | 'newer', step: Node, plan: Plan): Course {
  const slow = takesLong(step, plan)
  const failing = { ...slow[where], outcomes: { [keyOf(one)]: hardFailure(one) ?? 1 } }
  return { ...slow, [where]: failing, says: [...slow.says, `step "${one.id}" fails in the ${where} build`] }
}

/** Steps that may be run again, the last first. */
function againIn(step: Node, { before }: Plan): readonly Node[] {
  return [step, ...before.toReversed()]
    .filter((node) => node.kind === 'command' && mayRunAgain(node))
    .slice(0, mostRunAgain)
}

interface Plan {
  readonly pace: Pace
  readonly at: number
  /** What all builds of the course are told. */
  readonly usual: BuildScenario
  /** When the step starts in the newer build, since its creation. */
  readonly start: number
  /** A time in the older build at which the newer one is long over. */
  readonly late: number
  /** The steps of the older build that run before the step, those that end last at the end. */
  readonly before: readonly Node[]
}

function planned(older: Way, newer: Way, pace: Pace): Plan | undefined {
  const usual: BuildScenario = pace === 60 ? {} : { defaultDuration: pace }
  const [steps, ofNewer] = [alone(older, usual), alone(newer, usual)]
  const { start } = ofNewer[newer.step.index] ?? {}
  if (start === undefined) return undefined
  const at = 5 * pace
  const isBefore = new Set(ancestors([older.step], older.build.graph).map(({ index }) => index))
  const before = older.build.graph.nodes.filter(
    (node) => isBefore.has(node.index) && node !== older.step && runs(node) && steps[node.index]?.start !== undefined,
  )
  const finish = ({ index }: Node): number => steps[index]?.finish ?? 0
  return {
    pace,
    at,
    usual,
    start,
    late: nextWhole(at + start + 10 * pace, pace * 60),
    before: before.toSorted((one, other) => finish(one) - finish(other)),
  }
}

function nextWhole(seconds: number, unit: number): number {
  return Math.ceil(seconds / unit) * unit
}

/** Whether a step has jobs, which may fail. */
export function runs({ kind }: Node): boolean {
  return kind === 'command' || kind === 'trigger'
}

function continuedLate(block: Node, ofNewer: Node | undefined, { at, usual, late }: Plan): Course {
  const same = ofNewer === undefined ? '' : ', that of the newer one as soon as it asks'
  return {
    at,
    older: { ...usual, unblock: { [keyOf(block)]: { at: late } } },
    newer: usual,
    says: [`somebody continues block "${block.id}" of the older build after ${formatDuration(late)}${same}`],
  }
}

function takesLong(step: Node, { at, usual, late }: Plan): Course {
  return {
    at,
    older: { ...usual, durations: { [keyOf(step)]: late } },
    newer: usual,
    says: [`step "${step.id}" takes ${formatDuration(late)} in the older build`],
  }
}

function together(step: Node, ofNewer: Node, { pace, usual }: Plan): Course {
  return {
    at: pace,
    older: { ...usual, durations: { [keyOf(step)]: 5 * pace } },
    newer: { ...usual, durations: { [keyOf(ofNewer)]: 5 * pace } },
    says: [`step "${step.id}" takes ${formatDuration(5 * pace)}`],
  }
}

function runAgainLate(step: Node, { at, usual, late }: Plan): Course {
  const key = keyOf(step)
  // As often as it is run again by itself, and once more.
  const automatic = retryRules(step.attributes['retry']).reduce((sum, { limit = 0 }) => sum + limit, 0)
  const failing = Array.from({ length: automatic + 1 }, () => 'failed' as const)
  return {
    at,
    older: { ...usual, outcomes: { [key]: [...failing, 'passed'] }, retry: [{ at: late, step: key }] },
    newer: usual,
    says: [`step "${step.id}" fails in the older build, and somebody runs it again after ${formatDuration(late)}`],
  }
}

/** What a scenario calls a step. */
export function keyOf({ key, id }: Node): string {
  return key ?? id
}
