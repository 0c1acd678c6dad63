import { isLeftOut, type PlainResult, type PlainScenario, type PlainStep, type PlainWorld } from './plain-pipeline.ts'

// A second reading of docs/spec/semantics.md, slow and obvious: after each event, everything is found out anew from tables.

type Result = 'passed' | 'soft_failed' | 'hard_failed' | 'errored' | 'canceled'
/** What a step is to those that wait for it; undefined where it is not over. */
type Status = Result | 'ignored' | 'never' | undefined

interface NaiveJob {
  readonly step: NaiveStep
  readonly slot: number
  attempts: { start: number | undefined; finish: number | undefined; result: string | undefined; isLate: boolean }[]
  /** How often the rules of retry were used. */
  readonly used: Map<number, number>
  phase: 'idle' | 'limited' | 'scheduled' | 'running' | 'canceling' | 'done'
  holdsSlot: boolean
  result: Result | undefined
}

interface NaiveStep {
  readonly build: NaiveBuild
  readonly spec: PlainStep
  readonly index: number
  readonly group: NaiveStep | undefined
  readonly siblings: NaiveStep[]
  readonly children: NaiveStep[]
  readonly jobs: NaiveJob[]
  isIgnored: boolean
  hasBegun: boolean
  isReleased: boolean
  wasReached: boolean
}

interface NaiveBuild {
  readonly number: number
  readonly scenario: PlainWorld['builds'][number]
  readonly steps: NaiveStep[]
  exists: boolean
  isCanceled: boolean
  wasFailing: boolean
}

interface Planned {
  readonly at: number
  readonly rank: readonly number[]
  readonly run: () => void
}

function createdAt({ builds }: PlainWorld, number: number): number {
  return builds[number]?.at ?? 0
}

export function naive(world: PlainWorld): PlainResult {
  const byAge = world.builds.map((_, number) => number).toSorted((a, b) => createdAt(world, a) - createdAt(world, b))
  const builds = byAge.map((given, number) => makeBuild(world.builds[given] as PlainScenario, number))
  const allJobs = (): NaiveJob[] =>
    builds.filter(({ exists }) => exists).flatMap(({ steps }) => steps.flatMap(({ jobs }) => jobs))
  const planned: Planned[] = builds.map((build) => ({
    at: build.scenario.at,
    rank: [0, build.number],
    run: () => create(build),
  }))
  const atOnce: (() => void)[] = []
  let now = 0

  for (;;) {
    const urgent = atOnce.shift()
    if (urgent) {
      urgent()
    } else {
      if (planned.length === 0) break
      const first = planned.reduce((least, one) => (compare(one, least) < 0 ? one : least))
      planned.splice(planned.indexOf(first), 1)
      now = first.at
      first.run()
    }
    findOut()
  }
  return { builds: world.builds.map((_, given) => told(builds[byAge.indexOf(given)] as NaiveBuild)) }

  function plan(at: number, rank: readonly number[], run: () => void): void {
    planned.push({ at, rank, run })
  }

  function create(build: NaiveBuild): void {
    build.exists = true
    const find = (key: string): NaiveStep => build.steps.find(({ spec }) => spec.key === key) as NaiveStep
    for (const [key, { at }] of Object.entries(build.scenario.unblock))
      if (at !== undefined) plan(now + at, [4, build.number, find(key).index], () => unblock(find(key)))
    for (const [number, { at, step }] of build.scenario.retry.entries())
      plan(now + at, [5, build.number, number], () => {
        const failed = find(step).jobs.filter(({ phase, result }) => phase === 'done' && result !== 'passed')
        for (const [at_, job] of failed.entries()) {
          if (at_ === 0) retryByHand(job)
          else atOnce.push(() => retryByHand(job))
        }
      })
    for (const [number, { at, step }] of build.scenario.cancel.entries())
      plan(now + at, [6, build.number, number], () =>
        step === undefined ? cancelBuild(build) : cancelStep(find(step)),
      )
  }

  function cancelBuild(build: NaiveBuild): void {
    if (build.isCanceled || build.steps.every((step) => status(step) !== undefined)) return
    const waiting = build.steps.filter((step) => step.spec.kind !== 'group' && status(step) === undefined)
    build.isCanceled = true
    for (const { jobs } of waiting) for (const job of jobs) cancelJob(job)
  }

  function cancelStep(step: NaiveStep): void {
    const meant = step.spec.kind === 'group' ? step.children : [step]
    const open = meant.filter((one) => !one.isIgnored && status(one) === undefined)
    for (const { jobs } of open) for (const job of jobs) cancelJob(job)
  }

  function cancelJob(job: NaiveJob): void {
    if (job.phase === 'running') {
      job.phase = 'canceling'
      atOnce.push(() => finish(job, -1, false))
    } else if (job.phase !== 'done' && job.phase !== 'canceling') {
      job.phase = 'done'
      job.holdsSlot = false
      job.result = 'canceled'
    }
  }

  function finish(job: NaiveJob, exitStatus: number, isLate: boolean): void {
    if (job.phase !== 'running' && job.phase !== 'canceling') return
    const attempt = job.attempts.at(-1) as NaiveJob['attempts'][number]
    attempt.finish = now
    job.holdsSlot = false
    const { spec } = job.step
    const end = (result: Result): void => {
      job.phase = 'done'
      job.result = result
      attempt.result = result
    }
    if (job.phase === 'canceling') return end('canceled')
    if (exitStatus === 0) return end('passed')
    const isSoft =
      spec.soft_fail === true ||
      (Array.isArray(spec.soft_fail) &&
        spec.soft_fail.some((one) => one.exit_status === '*' || one.exit_status === exitStatus))
    const rules = spec.retry?.automatic ?? []
    const number = rules.findIndex(({ exit_status: wanted = '*' }) => wanted === '*' || wanted === exitStatus)
    const rule = rules[number]
    if (!job.step.build.isCanceled && rule && (job.used.get(number) ?? 0) < rule.limit) {
      job.used.set(number, (job.used.get(number) ?? 0) + 1)
      attempt.result = isLate ? 'late' : 'failed'
      job.attempts.push(emptyAttempt())
      job.phase = 'idle'
      return
    }
    end(isSoft ? 'soft_failed' : isLate ? 'errored' : 'hard_failed')
  }

  /** Everything that follows at this moment. */
  function findOut(): void {
    for (let isNew = true; isNew;) {
      isNew = false
      for (const build of builds.filter(({ exists }) => exists))
        for (const step of build.steps) if (look(step)) isNew = true
      for (const build of builds) {
        const failures = countFailures(build)
        if (failures > 0 && !build.wasFailing) {
          build.wasFailing = true
          for (const { jobs, spec } of build.steps)
            if (spec.cancel_on_build_failing) for (const job of jobs) if (job.phase === 'running') cancelJob(job)
        }
        if (failures === 0) build.wasFailing = false
      }
    }
    giveSlots()
    giveAgents()
  }

  function look(step: NaiveStep): boolean {
    const { spec, jobs, build } = step
    if (step.isIgnored || spec.kind === 'group' || build.isCanceled) return false
    let isNew = false
    if (!step.hasBegun && status(step) === undefined && verdict(step) === 'go') {
      if (spec.kind === 'block' || spec.kind === 'input') {
        if (!step.wasReached && !step.isReleased) {
          step.wasReached = true
          const given = build.scenario.unblock[spec.key]
          if (given?.after !== undefined) plan(now + given.after, [4, build.number, step.index], () => unblock(step))
        }
        if (!step.isReleased) return false
      }
      step.hasBegun = true
      isNew = true
    }
    if (!step.hasBegun) {
      // Reached anew, when what is before it was run again.
      if (status(step) === undefined && verdict(step) !== 'go') step.wasReached = false
      return isNew
    }
    for (const job of jobs) {
      if (job.phase !== 'idle') continue
      isNew = true
      if (spec.kind === 'wait' || spec.kind === 'block' || spec.kind === 'input') {
        job.phase = 'done'
        job.result = 'passed'
      } else if (spec.kind === 'trigger') {
        start(job)
      } else {
        job.phase = spec.concurrency === undefined ? 'scheduled' : 'limited'
      }
    }
    return isNew
  }

  function giveSlots(): void {
    const names = new Set(allJobs().flatMap(({ step }) => step.spec.concurrency_group ?? []))
    for (const name of names) {
      const members = allJobs().filter((job) => job.step.spec.concurrency_group === name && isMember(job))
      const holders = (): number => members.filter(({ holdsSlot }) => holdsSlot).length
      const grant = (job: NaiveJob): void => {
        job.holdsSlot = true
        job.phase = 'scheduled'
      }
      const isEager = (job: NaiveJob): boolean => job.step.spec.concurrency_method === 'eager'
      for (const [at, job] of members.entries()) {
        const ahead = members.slice(0, at).filter(({ holdsSlot }) => !holdsSlot).length
        if (job.phase === 'limited' && !isEager(job) && holders() + ahead < (job.step.spec.concurrency as number))
          grant(job)
      }
      for (;;) {
        const able = members.filter(
          (job) => job.phase === 'limited' && isEager(job) && holders() < (job.step.spec.concurrency as number),
        )
        const [best] = able.toSorted((a, b) => (b.step.spec.priority ?? 0) - (a.step.spec.priority ?? 0))
        if (best === undefined) break
        grant(best)
      }
    }
  }

  function giveAgents(): void {
    for (;;) {
      const waiting = allJobs().filter((job) => job.phase === 'scheduled')
      const isFree = (queue: string): boolean => {
        const busy = allJobs().filter(
          (job) =>
            job.step.spec.kind === 'command' &&
            (job.phase === 'running' || job.phase === 'canceling') &&
            (job.step.spec.queue ?? 'default') === queue,
        ).length
        return busy < (world.agents[queue] ?? Infinity)
      }
      const [next] = waiting
        .filter((job) => isFree(job.step.spec.queue ?? 'default'))
        .toSorted((a, b) => (b.step.spec.priority ?? 0) - (a.step.spec.priority ?? 0))
      if (next === undefined) return
      start(next)
    }
  }

  function start(job: NaiveJob): void {
    const { step } = job
    job.phase = 'running'
    const attempt = job.attempts.at(-1) as NaiveJob['attempts'][number]
    attempt.start = now
    const { statuses, minutes } = step.build.scenario.jobs[nameOf(job)] ?? { statuses: [0], minutes: 1 }
    const number = job.attempts.length
    const exitStatus = statuses[Math.min(number, statuses.length) - 1] as number
    const limit = step.spec.timeout_in_minutes
    const rank = [step.build.number, step.index, job.slot, number]
    const isThis = (): boolean => job.attempts.at(-1) === attempt
    if (limit !== undefined && minutes > limit)
      plan(now + limit, [2, ...rank], () => {
        if (isThis() && job.phase === 'running') atOnce.push(() => finish(job, -1, true))
      })
    plan(now + minutes, [1, ...rank], () => {
      if (isThis()) finish(job, exitStatus, false)
    })
  }
}

function retryByHand(job: NaiveJob): void {
  if (job.step.spec.retry?.manual?.allowed === false) return
  if (job.phase !== 'done' || job.result === 'passed' || !job.step.hasBegun || job.step.build.isCanceled) return
  job.attempts.push(emptyAttempt())
  job.phase = 'idle'
  job.result = undefined
  if (countFailures(job.step.build) === 0) job.step.build.wasFailing = false
}

/** In the queue of its concurrency group: it may still run, and no block that nobody has continued is before it. */
function isMember(job: NaiveJob): boolean {
  if (job.step.isIgnored || job.phase === 'done' || status(job.step) === 'never') return false
  return job.step.hasBegun || !isBehindBlock(job.step)
}

function unblock(step: NaiveStep): void {
  if (step.build.isCanceled || step.isIgnored || status(step) !== undefined) return
  step.isReleased = true
}

function emptyAttempt(): NaiveJob['attempts'][number] {
  return { start: undefined, finish: undefined, result: undefined, isLate: false }
}

function compare(one: Planned, other: Planned): number {
  if (one.at !== other.at) return one.at - other.at
  for (let at = 0; at < one.rank.length; at++) {
    const difference = (one.rank[at] as number) - (other.rank[at] as number)
    if (difference !== 0) return difference
  }
  return 0
}

function nameOf({ step, slot }: NaiveJob): string {
  const { key, parallelism, matrix } = step.spec
  if (matrix) return `${key}[${matrix[slot]}]`
  return parallelism === undefined ? key : `${key}[${slot}]`
}

function makeBuild(scenario: PlainWorld['builds'][number], number: number): NaiveBuild {
  const build: NaiveBuild = {
    number,
    scenario,
    steps: [],
    exists: false,
    isCanceled: false,
    wasFailing: false,
  }
  const add = (spec: PlainStep, group: NaiveStep | undefined, siblings: NaiveStep[]): void => {
    const step: NaiveStep = {
      build,
      spec,
      index: build.steps.length,
      group,
      siblings,
      children: [],
      jobs: [],
      isIgnored: false,
      hasBegun: false,
      isReleased: false,
      wasReached: false,
    }
    build.steps.push(step)
    siblings.push(step)
    for (const child of spec.steps ?? []) add(child, step, step.children)
  }
  const top: NaiveStep[] = []
  for (const spec of scenario.steps) add(spec, undefined, top)
  for (const step of build.steps)
    step.isIgnored = [step, step.group].some((one) => one !== undefined && isLeftOut(one.spec, scenario))
  for (const step of build.steps)
    if (step.spec.kind === 'group') step.isIgnored = step.children.every((child) => child.isIgnored)
  for (const step of build.steps) if (isBesideBlock(step)) step.isIgnored = true
  for (const step of build.steps) for (const slot of slotsOf(step.spec)) step.jobs.push(makeJob(step, slot))
  for (const step of build.steps) if (step.spec.kind !== 'group' && step.jobs.length === 0) step.isIgnored = true
  return build
}

function makeJob(step: NaiveStep, slot: number): NaiveJob {
  return { step, slot, attempts: [emptyAttempt()], used: new Map(), phase: 'idle', holdsSlot: false, result: undefined }
}

/** The jobs of a step that may run. */
function slotsOf({ kind, parallelism, matrix, matrixSkip }: PlainStep): readonly number[] {
  if (kind === 'group') return []
  if (matrix) return [...matrix.keys()].filter((slot) => matrix[slot] !== matrixSkip)
  return Array.from({ length: parallelism ?? 1 }, (_, slot) => slot)
}

function isBarrier({ spec }: NaiveStep): boolean {
  return spec.kind === 'wait' || spec.kind === 'block'
}

/** Whether a wait stands in a row of barriers with a block that the build has. */
function isBesideBlock(step: NaiveStep): boolean {
  if (step.spec.kind !== 'wait' || step.isIgnored) return false
  const at = step.siblings.indexOf(step)
  for (const direction of [-1, 1]) {
    for (let other = at + direction; ; other += direction) {
      const beside = step.siblings[other]
      if (beside === undefined || !isBarrier(beside)) break
      if (beside.spec.kind === 'block' && !beside.isIgnored) return true
    }
  }
  return false
}

interface NaiveEdge {
  readonly to: NaiveStep
  readonly tolerant: boolean
}

const known = new WeakMap<NaiveStep, readonly NaiveEdge[]>()

function edges(step: NaiveStep): readonly NaiveEdge[] {
  const found = known.get(step) ?? findEdges(step)
  known.set(step, found)
  return found
}

/** What a step waits for, by docs/spec/semantics.md §3. */
function findEdges(step: NaiveStep): readonly NaiveEdge[] {
  const isTolerant = step.spec.allow_dependency_failure === true
  const ofGroup = step.group
    ? ownEdges(step.group).map((edge) => ({ ...edge, tolerant: edge.tolerant || isTolerant }))
    : []
  return [...ownEdges(step), ...ofGroup]
}

function ownEdges({ spec, build, siblings, ...step }: NaiveStep): readonly NaiveEdge[] {
  const isTolerant = spec.allow_dependency_failure === true
  if (spec.depends_on)
    return spec.depends_on.map(({ step: key, allow_failure }) => ({
      to: build.steps.find((one) => one.spec.key === key) as NaiveStep,
      tolerant: isTolerant || allow_failure,
    }))
  if (spec.kind === 'input') return []
  const before = siblings.slice(
    0,
    siblings.findIndex(({ index }) => index === step.index),
  )
  if (spec.kind === 'wait' || spec.kind === 'block')
    return before
      .filter((one) => one.spec.kind !== 'input')
      .map((to) => ({
        to,
        tolerant: isTolerant || (spec.kind === 'wait' && spec.continue_on_failure === true && to.spec.kind !== 'wait'),
      }))
  const barrier = before.findLast((one) => isBarrier(one) && !one.isIgnored)
  return barrier ? [{ to: barrier, tolerant: isTolerant }] : []
}

/** Whether a step may go, must wait, or never runs, by docs/spec/semantics.md §4. */
function verdict(step: NaiveStep): 'go' | 'wait' | 'never' {
  const statuses = edges(step).map(({ to, tolerant }) => ({ status: status(to), tolerant }))
  const isStopped = statuses.some(({ status: one, tolerant }) => {
    if (one === 'canceled') return true
    return (one === 'hard_failed' || one === 'errored' || one === 'never') && !tolerant
  })
  if (isStopped) return 'never'
  return statuses.some(({ status: one }) => one === undefined) ? 'wait' : 'go'
}

const fromBest: readonly Status[] = ['ignored', 'passed', 'soft_failed', 'never', 'hard_failed', 'errored', 'canceled']

function worst(statuses: readonly Status[]): Status {
  return statuses.reduce((one, other) => (fromBest.indexOf(other) > fromBest.indexOf(one) ? other : one), 'ignored')
}

function status(step: NaiveStep): Status {
  if (step.isIgnored) return 'ignored'
  if (step.spec.kind === 'group') {
    const statuses = step.children.map(status)
    return statuses.includes(undefined) ? undefined : worst(statuses)
  }
  if (step.jobs.every(({ phase }) => phase === 'done')) return worst(step.jobs.map(({ result }) => result))
  if (step.hasBegun) return undefined
  return verdict(step) === 'never' ? 'never' : undefined
}

function isBehindBlock(step: NaiveStep): boolean {
  const before = step.spec.kind === 'group' ? step.children : edges(step).map(({ to }) => to)
  return before.some((one) => {
    if (one.isIgnored || status(one) !== undefined) return false
    const isOpen = (one.spec.kind === 'block' || one.spec.kind === 'input') && !one.isReleased
    return isOpen || isBehindBlock(one)
  })
}

function countFailures({ steps, isCanceled }: NaiveBuild): number {
  if (isCanceled) return 0
  const results = steps.flatMap(({ jobs }) => jobs.map(({ result }) => result))
  return results.filter((result) => result === 'hard_failed' || result === 'errored' || result === 'canceled').length
}

function told(build: NaiveBuild): PlainResult['builds'][number] {
  const lines = build.steps.flatMap((step) => {
    if (step.spec.kind === 'group') return []
    if (step.isIgnored) return [`${step.spec.key} ignored`]
    if (status(step) === 'never') return [`${step.spec.key} never`]
    return step.jobs.flatMap((job) =>
      job.attempts.map(({ start, finish, result }, number) => {
        const isLast = number === job.attempts.length - 1
        const ended = isLast
          ? job.phase === 'done'
            ? job.result
            : 'open'
          : result === 'late'
            ? 'late'
            : (result ?? 'canceled')
        return `${nameOf(job)}#${number + 1} ${start ?? ''}-${finish ?? ''} ${ended}`
      }),
    )
  })
  return { state: stateOf(build), lines }
}

function stateOf(build: NaiveBuild): string {
  const { steps, isCanceled } = build
  if (isCanceled) return 'canceled'
  const runnable = steps.filter(({ spec: { kind } }) => kind !== 'group' && kind !== 'wait')
  const failed = countFailures(build) > 0
  if (steps.every((step) => status(step) !== undefined)) {
    if (failed) return 'failed'
    return runnable.every((step) => status(step) === 'ignored') ? 'not_run' : 'passed'
  }
  const isMoving = steps.some(({ jobs }) =>
    jobs.some(({ phase }) => phase === 'limited' || phase === 'scheduled' || phase === 'running'),
  )
  if (isMoving) {
    const hasStarted = steps.some(({ jobs }) =>
      jobs.some(({ attempts }) => attempts.some(({ start }) => start !== undefined)),
    )
    return failed ? 'failing' : hasStarted ? 'running' : 'scheduled'
  }
  return failed ? 'failed' : 'blocked'
}
