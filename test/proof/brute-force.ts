import { naive } from '../scheduler/naive.ts'
import {
  allSteps,
  isLeftOut,
  jobNames,
  type PlainFacts,
  type PlainScenario,
  type PlainStep,
} from '../scheduler/plain-pipeline.ts'

/** How a job that may fail ends: `again` fails, and passes when somebody has run it again, after all else that happens. */
const endings = ['passes', 'fails', 'again'] as const
type Ending = (typeof endings)[number]
const late = 1000

/** What builds may be, as far as conditions ask. */
export const kindsOfBuilds: readonly PlainFacts[] = ['main', 'feature/x', 'feature', 'x'].flatMap((branch) =>
  ['fix', 'ship'].flatMap((message) => [true, false].map((isChanged) => ({ branch, message, isChanged }))),
)

/** Whether a step starts in some build in which nobody continues some blocks: everything that may happen is tried. */
export function startsSomewhere(steps: readonly PlainStep[], step: string, gates: readonly string[]): boolean {
  return kindsThatMatter(allSteps(steps)).some((facts) => startsIn(facts, steps, step, gates))
}

/** The same for builds of one kind. */
export function startsIn(
  facts: PlainFacts,
  steps: readonly PlainStep[],
  step: string,
  gates: readonly string[],
): boolean {
  const { blocks, failing, possible } = whatMayHappen(steps)
  const hasStarted = new RegExp(`^${step}(?:\\[.*\\])?#\\d+ \\d`)
  const others = blocks.filter(({ key }) => !gates.includes(key))
  for (const continued of choicesOf(others, [true, false]))
    for (const ended of choicesOf(
      failing.filter((one) => one.step.key !== step),
      possible,
    )) {
      const [build] = naive({ builds: [scenarioOf(facts, steps, continued, ended)], agents: {} }).builds
      if (build?.lines.some((line) => hasStarted.test(line))) return true
    }
  return false
}

/** About how many builds have to be tried. */
export function scenarioCount(steps: readonly PlainStep[]): number {
  const { blocks, failing, possible } = whatMayHappen(steps)
  return kindsThatMatter(allSteps(steps)).length * 2 ** blocks.length * possible.length ** failing.length
}

interface FailingJob {
  readonly step: PlainStep
  readonly name: string
}

function whatMayHappen(steps: readonly PlainStep[]) {
  const all = allSteps(steps)
  return {
    blocks: all.filter(({ kind }) => kind === 'block' || kind === 'input'),
    failing: all.filter(mayFail).flatMap((step) => jobNames(step).map((name): FailingJob => ({ step, name }))),
    // Without tolerance, nothing starts behind a failure that could be taken back.
    possible: all.some(tolerates) ? endings : endings.slice(0, 2),
  }
}

function scenarioOf(
  facts: PlainFacts,
  steps: readonly PlainStep[],
  continued: ReadonlyMap<PlainStep, boolean>,
  ended: ReadonlyMap<FailingJob, Ending>,
): PlainScenario {
  const jobs = Array.from(
    ended,
    ([{ name, step }, ending]) => [name, { statuses: statusesOf(ending, step), minutes: 1 }] as const,
  )
  const again = new Set(Array.from(ended).flatMap(([{ step }, ending]) => (ending === 'again' ? step.key : [])))
  const clicked = [...continued].flatMap(([{ key }, isClicked]) => (isClicked ? [[key, { at: 0 }] as const] : []))
  return {
    at: 0,
    ...facts,
    steps,
    jobs: Object.fromEntries(jobs),
    unblock: Object.fromEntries(clicked),
    retry: Array.from(again, (step) => ({ at: late, step })),
    cancel: [],
  }
}

/** 2 is forgiven by no list of single statuses here. */
function statusesOf(ending: Ending, { retry }: PlainStep): readonly number[] {
  if (ending === 'passes') return [0]
  if (ending === 'fails') return [2]
  const automatic = (retry?.automatic ?? []).filter(({ exit_status: status }) => status === '*' || status === 2)
  return [2, ...automatic.flatMap(({ limit }) => Array.from({ length: limit }, () => 2)), 0]
}

function mayFail({ kind, soft_fail: soft }: PlainStep): boolean {
  if (kind !== 'command' && kind !== 'trigger') return false
  return soft === undefined || (soft !== true && !soft.some((one) => one.exit_status === '*'))
}

function tolerates({
  allow_dependency_failure: isTolerant,
  continue_on_failure: goesOn,
  depends_on,
}: PlainStep): boolean {
  return isTolerant === true || goesOn === true || (depends_on ?? []).some((one) => one.allow_failure)
}

/** One kind of build for each way in which the conditions of the steps come out. */
function kindsThatMatter(all: readonly PlainStep[]): readonly PlainFacts[] {
  const ways = kindsOfBuilds.map((facts) => [JSON.stringify(all.map((one) => isLeftOut(one, facts))), facts] as const)
  return [...new Map(ways).values()]
}

/** Every way to give each item a value. */
function* choicesOf<Item, Value>(
  [item, ...rest]: readonly Item[],
  values: readonly Value[],
): Iterable<ReadonlyMap<Item, Value>> {
  if (item === undefined) return yield new Map()
  for (const value of values) for (const others of choicesOf(rest, values)) yield new Map([[item, value], ...others])
}
