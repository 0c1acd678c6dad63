import type { Reason, StepPlace } from './reason.ts'
import type { Outcome } from './states.ts'

/** What a sentence has to know of the steps that it names. */
export interface Named {
  /** Such as `step "image"` or `block "Deploy to production"`. */
  readonly nameOf: (place: StepPlace) => string
  /** Why that step is where it is. */
  readonly reasonOf: (place: StepPlace) => Reason | undefined
  readonly outcomeOf: (place: StepPlace) => { readonly outcome: Outcome; readonly exitStatus?: number | undefined }
}

/** A reason in one sentence, as a person would say it. Nothing is looked into but the reason. */
export function sentence(place: StepPlace, reason: Reason, named: Named): string {
  return `${head(place, reason, named)}${tail(place, reason, named)}`
}

function head(place: StepPlace, { code }: Reason, { outcomeOf }: Named): string {
  switch (code) {
    case 'conditional_failed':
    case 'branch_mismatch':
    case 'skip':
    case 'if_changed':
    case 'parallelism_zero':
    case 'superseded':
      return 'skipped: '
    case 'optimizer_removed':
      return 'left out: '
    case 'replaced':
      return 'removed: '
    case 'canceled':
      return 'canceled'
    case 'started':
      return ended(outcomeOf(place))
    default:
      return 'not started: '
  }
}

function ended({ outcome, exitStatus }: ReturnType<Named['outcomeOf']>): string {
  const status = exitStatus === undefined || exitStatus === 0 ? '' : ` with exit status ${exitStatus}`
  switch (outcome) {
    case 'neutral':
      return 'running'
    case 'passed':
      return 'passed'
    case 'soft_failed':
      return `failed softly${status}`
    case 'hard_failed':
      return `failed${status}`
    case 'errored':
      return 'timed out'
  }
}

function tail(place: StepPlace, reason: Reason, named: Named): string {
  const { nameOf } = named
  const ofGroup = 'ofGroup' in reason && reason.ofGroup ? ' of its group' : ''
  switch (reason.code) {
    case 'conditional_failed':
      if (reason.message !== undefined) return `\`if\`${ofGroup} cannot be evaluated: ${reason.message}`
      return [`\`if\`${ofGroup} is false`, ...values(reason.values)].join(', ')
    case 'branch_mismatch':
      return `\`branches\`${ofGroup} is "${reason.branches}", build.branch is "${reason.branch}"`
    case 'skip':
      return reason.text === undefined ? `\`skip\`${ofGroup} is set` : `\`skip\`${ofGroup} says "${reason.text}"`
    case 'if_changed':
      return `no changed file matches \`if_changed\`${ofGroup}: ${reason.globs.join(', ')}`
    case 'parallelism_zero':
      return '`parallelism` is 0'
    case 'optimizer_removed':
      return `${nameOf(reason.block)} stands beside it and is the barrier`
    case 'replaced':
      return `${nameOf(reason.by)} has replaced all steps that had not started`
    case 'canceled':
      return canceledBy[reason.by]
    case 'superseded':
      return 'a newer build of the branch was created before this one started'
    case 'started':
      return reason.after === undefined ? '' : `, started after ${nameOf(reason.after)}`
    case 'waits_for_block':
      return isSame(place, reason.block) ? 'waits for a person to continue it' : `waits for ${nameOf(reason.block)}`
    case 'waits_for_missing':
      return `depends on "${reason.key}", which no step of the build has`
    case 'concurrency':
      return `waits for concurrency group "${reason.group}", which takes ${reason.limit} at a time: ${reason.ahead} ${reason.ahead === 1 ? 'is' : 'are'} ahead`
    case 'no_agent':
      return `waits for an agent of queue "${reason.queue}"`
    case 'waits_for':
      return waitsFor(reason.steps, named)
    case 'dependency_failed':
      return dependencyFailed(reason, named)
  }
}

const canceledBy = {
  build: ' with the build',
  step: '',
  build_failing: ', since the build was failing',
  newer_build: ' with the build, since a newer one of the branch was created',
} as const

function values(given: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(given).map(([name, value]) => `${name} is ${JSON.stringify(value)}`)
}

function isSame(one: StepPlace, other: StepPlace): boolean {
  return one.build === other.build && one.step === other.step
}

/** As many steps as a sentence names. */
const most = 3

function waitsFor(steps: readonly StepPlace[], { nameOf, reasonOf }: Named): string {
  const names = steps.slice(0, most).map(nameOf)
  const left = steps.length - names.length
  const [first] = steps
  const cause = steps.length === 1 && first ? reasonOf(first) : undefined
  const because =
    cause?.code === 'no_agent'
      ? `, which waits for an agent of queue "${cause.queue}"`
      : cause?.code === 'concurrency'
        ? `, which waits for concurrency group "${cause.group}"`
        : ''
  return `waits for ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}${because}`
}

function dependencyFailed(
  { step, root, how, exitStatus }: Extract<Reason, { readonly code: 'dependency_failed' }>,
  { nameOf }: Named,
): string {
  const status = exitStatus === undefined || how !== 'hard_failed' ? '' : ` with exit status ${exitStatus}`
  const what = {
    hard_failed: `failed${status}`,
    errored: 'timed out',
    expired: 'expired',
    canceled: 'was canceled',
    not_run: 'did not run',
  }[how]
  const cause = `${nameOf(root)} ${what}`
  return isSame(step, root) ? cause : `${nameOf(step)} did not run, since ${cause}`
}
