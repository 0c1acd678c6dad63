import { naive } from '../scheduler/naive.ts'
import { conditions, type PlainScenario, type PlainStep } from '../scheduler/plain-pipeline.ts'

/** How a step that may fail ends: `again` fails, and passes when somebody has run it again, after all else that happens. */
const endings = ['passes', 'fails', 'again'] as const
type Ending = (typeof endings)[number]
const late = 1000

/** The branches that builds are of. */
export const branches = ['main', 'feature/x', 'x'] as const

/** Whether a step starts in some build in which nobody continues a block: everything that may happen is tried. */
export function startsSomewhere(steps: readonly PlainStep[], step: string, gate: string): boolean {
  return branchesThatMatter(allOf(steps)).some((branch) => startsOn(branch, steps, step, gate))
}

/** The same for builds of one branch. */
export function startsOn(branch: string, steps: readonly PlainStep[], step: string, gate: string): boolean {
  const all = allOf(steps)
  const failing = all.filter((one) => one.key !== step && mayFail(one)).map(({ key }) => key)
  const blocks = all.filter(({ kind, key }) => (kind === 'block' || kind === 'input') && key !== gate)
  const isTolerant = all.some(tolerates)
  const hasStarted = new RegExp(`^${step}(?:\\[.*\\])?#\\d+ \\d`)
  for (const continued of choicesOf(blocks, [true, false]))
    // Without tolerance, nothing starts behind a failure that could be taken back.
    for (const ended of choicesOf(failing, isTolerant ? endings : endings.slice(0, 2))) {
      const [build] = naive({ builds: [scenarioOf(steps, branch, continued, ended)], agents: {} }).builds
      if (build?.lines.some((line) => hasStarted.test(line))) return true
    }
  return false
}

function allOf(steps: readonly PlainStep[]): readonly PlainStep[] {
  return steps.flatMap((one) => [one, ...(one.steps ?? [])])
}

function scenarioOf(
  steps: readonly PlainStep[],
  branch: string,
  continued: ReadonlyMap<PlainStep, boolean>,
  ended: ReadonlyMap<string, Ending>,
): PlainScenario {
  const jobs = Array.from(ended, ([key, ending]) => [key, { statuses: statusesOf(ending), minutes: 1 }] as const)
  const retry = Array.from(ended).flatMap(([step, ending]) => (ending === 'again' ? [{ at: late, step }] : []))
  const clicked = [...continued].flatMap(([{ key }, isClicked]) => (isClicked ? [[key, { at: 0 }] as const] : []))
  return {
    at: 0,
    branch,
    steps,
    jobs: Object.fromEntries(jobs),
    unblock: Object.fromEntries(clicked),
    retry,
    cancel: [],
  }
}

/** 2 is forgiven by no list of single statuses here. */
function statusesOf(ending: Ending): readonly number[] {
  if (ending === 'passes') return [0]
  return ending === 'fails' ? [2] : [2, 0]
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

/** One branch for each way in which the conditions of the steps come out. */
function branchesThatMatter(all: readonly PlainStep[]): readonly string[] {
  const ways = branches.map((branch) => {
    const held = all.map((one) => [one.if && conditions[one.if]?.(branch), one.branches && one.branches === branch])
    return [JSON.stringify(held), branch] as const
  })
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
