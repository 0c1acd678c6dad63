import type { BuildPlan, JobPlan, StepPlan } from '../plan/build-plan.ts'
import { joinGroup } from './concurrency.ts'
import { updateHolding } from './holding.ts'
import { meet, startIfReady } from './settle.ts'
import { type Build, type Edge, type Job, type Step, type Tables, wantsInput } from './tables.ts'

/** Adds what an upload holds to a build, each step with what it waits for. */
export function addSteps(tables: Tables, build: Build, plan: BuildPlan, uploader?: Job): readonly Step[] {
  for (const name of plan.touched) tables.touched.add(name)
  const offset = build.steps.length
  const added: Step[] = []
  for (const one of plan.steps) added.push(makeStep(tables, build, one, { offset, added, uploader }))
  for (const step of added) build.steps.push(step)
  for (const step of added) if (step.plan.key !== undefined) build.keys.set(step.plan.key, step)
  for (const step of added) connect(tables, step, added)
  if (uploader) for (const step of added) if (step.group === undefined) uploader.step.uploads.push(step)
  for (const step of added) begin(tables, step)
  if (uploader) updateHolding(tables, uploader.step)
  for (const step of added) startIfReady(tables, step)
  return added
}

interface Surroundings {
  readonly offset: number
  readonly added: readonly Step[]
  readonly uploader: Job | undefined
}

function makeStep(tables: Tables, build: Build, plan: StepPlan, { offset, added, uploader }: Surroundings): Step {
  const step: Step = {
    build,
    index: offset + plan.index,
    plan,
    group: plan.group === undefined ? undefined : added[plan.group],
    uploader,
    jobs: [],
    earlier: [],
    needs: [],
    dependents: [],
    uploads: [],
    ignored: plan.ignored,
    missing: [],
    unmet: 0,
    held: 0,
    isHolding: false,
    isReleased: false,
    isReady: false,
    open: 0,
  }
  for (const [slot, job] of plan.jobs.entries()) step.jobs.push(makeJob(tables, step, job, slot))
  return step
}

function makeJob(tables: Tables, step: Step, plan: JobPlan, slot: number): Job {
  const broken = step.ignored ?? plan.broken
  const job: Job = {
    id: tables.jobs.length,
    step,
    plan,
    slot,
    attempt: 1,
    order: tables.jobOrder++,
    retries: [],
    state: broken ? 'broken' : step.plan.kind === 'block' || step.plan.kind === 'input' ? 'blocked' : 'waiting',
    isPromised: false,
    isMember: false,
    holdsSlot: false,
    holdsAgent: false,
    isReplaced: false,
  }
  if (broken) Object.assign(job, { reason: broken, result: 'ignored' })
  tables.jobs.push(job)
  return job
}

function connect(tables: Tables, step: Step, added: readonly Step[]): void {
  if (step.ignored !== undefined) return
  const { plan, uploader } = step
  for (const child of plan.children) join(tables, added[child] as Step, step, { tolerant: true })
  for (const { step: from, tolerant } of plan.needs) join(tables, added[from] as Step, step, { tolerant })
  if (uploader && plan.followsUploader) join(tables, uploader.step, step, { tolerant: false, isOwn: true })
  for (const need of plan.externalNeeds) connectByKey(tables, step, need)
}

function connectByKey(tables: Tables, step: Step, need: { readonly key: string; readonly tolerant: boolean }): void {
  const from = step.build.keys.get(need.key)
  if (from !== undefined) return join(tables, from, step, { tolerant: need.tolerant, isOwn: isUploadedBy(step, from) })
  tables.touched.add('step_of_another_upload')
  if (tables.choices.step_of_another_upload === 'over') return
  step.missing.push(need)
  step.unmet++
}

/** Whether a step, or what uploaded it, was uploaded by another one: then it waits for that alone, not for itself. */
function isUploadedBy(step: Step, other: Step): boolean {
  for (let job = step.uploader; job !== undefined; job = job.step.uploader) if (job.step === other) return true
  return false
}

function join(
  tables: Tables,
  from: Step,
  to: Step,
  { tolerant, isOwn = false }: { readonly tolerant: boolean; readonly isOwn?: boolean },
): void {
  const edge: Edge = { from, to, tolerant, isOwn, isDone: false }
  to.needs.push(edge)
  from.dependents.push(edge)
  to.unmet++
  const result = isOwn ? from.own : from.total
  if (result !== undefined) meet(tables, edge, result)
}

/** Waits for keys that an upload has brought. */
export function connectMissing(tables: Tables, build: Build): void {
  for (const step of build.steps) {
    for (const need of step.missing.filter(({ key }) => build.keys.has(key))) {
      step.missing = step.missing.filter((one) => one !== need)
      step.unmet--
      connectByKey(tables, step, need)
    }
  }
}

function begin(tables: Tables, step: Step): void {
  const { build, jobs, plan } = step
  step.open = jobs.filter(({ result }) => result === undefined).length
  build.open += step.open
  for (const job of jobs) tables.commands.push({ type: 'job_changed', job: job.id, state: job.state })
  const hasNothing = plan.kind === 'group' ? plan.children.length === 0 : step.open === 0
  if (step.own === undefined && (step.ignored !== undefined || hasNothing)) {
    step.own = 'ignored'
    tables.ended.push(step)
  } else if (step.own === undefined) {
    if (wantsInput(step)) build.waitingForInput.add(step)
    updateHolding(tables, step)
    if (step.held === 0) for (const job of jobs) joinGroup(tables, job)
  }
}
