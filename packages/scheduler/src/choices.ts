/** How sure the default of a choice is: documented, reported, inferred, unspecified. */
export type Mark = 'D' | 'R' | 'I' | 'U'

/** How each choice is taken; `choices` says what they are about. */
export interface Choices {
  readonly if_and_branches: 'both' | 'if' | 'branches'
  readonly branches_list: 'any' | 'all'
  readonly blank_if: 'absent' | 'false'
  readonly condition_not_evaluated: 'skipped' | 'run'
  readonly upload_env_in_conditions: 'visible' | 'hidden'
  readonly group_and_step_if: 'both' | 'step'
  readonly group_and_step_depends_on: 'both' | 'step'
  readonly skipped_combination: 'broken_job' | 'no_job'
  readonly any_status_and_lost_agent: 'matches' | 'differs'
  readonly retry_and_soft_fail: 'retry_first' | 'soft_fail_first'
  readonly timed_out_and_tolerance: 'run' | 'not_run'
  readonly expired_and_tolerance: 'not_run' | 'run'
  readonly step_of_another_upload: 'over' | 'missing'
  readonly absent_wait: 'no_barrier' | 'barrier'
  readonly cancel_on_build_failing_before_start: 'kept' | 'canceled'
  readonly child_build_blocked: 'waits' | 'passed' | 'failed'
  readonly child_build_not_run: 'passed' | 'failed'
  readonly replaced_key: 'reusable' | 'refused'
  readonly failed_wait_and_depends_on: 'run' | 'not_run'
  readonly block_before_its_turn: 'may_be_unblocked' | 'must_wait'
  readonly permit_on_passed: 'permitted' | 'refused'
  readonly blocked_build_and_newer_one: 'kept' | 'superseded'
}

export type ChoiceName = keyof Choices

/** One thing that Buildkite's documentation leaves open, and how it may be taken. */
export interface Choice<Value extends string = string> {
  readonly default: Value
  readonly alternatives: readonly Value[]
  readonly mark: Mark
  /** The question, and where it stands. */
  readonly says: string
}

// docs/spec/semantics.md §16
/** Everything that is left open and changes what a build does, each with the section of the facts that it is of. */
export const choices: { readonly [Name in ChoiceName]: Choice<Choices[Name]> } = {
  if_and_branches: {
    default: 'both',
    alternatives: ['if', 'branches'],
    mark: 'U',
    says: 'a step with `if` and `branches` runs where both hold',
  },
  branches_list: {
    default: 'any',
    alternatives: ['all'],
    mark: 'U',
    says: 'of a list of `branches`, the patterns of all items count as one list',
  },
  blank_if: { default: 'absent', alternatives: ['false'], mark: 'U', says: '`if: ""` is no condition' },
  condition_not_evaluated: {
    default: 'skipped',
    alternatives: ['run'],
    mark: 'U',
    says: 'a step whose `if` cannot be evaluated here does not run',
  },
  upload_env_in_conditions: {
    default: 'visible',
    alternatives: ['hidden'],
    mark: 'U',
    says: "conditions see the `env` of their own upload, as the build's",
  },
  group_and_step_if: {
    default: 'both',
    alternatives: ['step'],
    mark: 'I',
    says: 'a step runs where both its own conditions and those of its group hold',
  },
  group_and_step_depends_on: {
    default: 'both',
    alternatives: ['step'],
    mark: 'I',
    says: 'a step with `depends_on` waits also for what its group waits for',
  },
  skipped_combination: {
    default: 'broken_job',
    alternatives: ['no_job'],
    mark: 'U',
    says: 'a skipped combination of a matrix is a job that is broken; either way it satisfies',
  },
  any_status_and_lost_agent: {
    default: 'matches',
    alternatives: ['differs'],
    mark: 'U',
    says: '`exit_status: "*"` of a retry also takes -1, of a lost agent',
  },
  retry_and_soft_fail: {
    default: 'retry_first',
    alternatives: ['soft_fail_first'],
    mark: 'I',
    says: 'a failure is retried first; whether it is soft is asked of the last attempt',
  },
  timed_out_and_tolerance: {
    default: 'run',
    alternatives: ['not_run'],
    mark: 'I',
    says: 'who tolerates failure also runs behind a job that timed out',
  },
  expired_and_tolerance: {
    default: 'not_run',
    alternatives: ['run'],
    mark: 'U',
    says: 'who tolerates failure does not run behind a job that expired',
  },
  step_of_another_upload: {
    default: 'over',
    alternatives: ['missing'],
    mark: 'U',
    says: 'a dependency on a step that no upload of the build has, as by `externalStep`, counts as over',
  },
  absent_wait: {
    default: 'no_barrier',
    alternatives: ['barrier'],
    mark: 'I',
    says: 'a wait whose `if` or `branches` do not hold separates nothing',
  },
  cancel_on_build_failing_before_start: {
    default: 'kept',
    alternatives: ['canceled'],
    mark: 'U',
    says: '`cancel_on_build_failing` cancels running jobs, and leaves those that have not started',
  },
  child_build_blocked: {
    default: 'waits',
    alternatives: ['passed', 'failed'],
    mark: 'U',
    says: 'a trigger step goes on running while its build is blocked',
  },
  child_build_not_run: {
    default: 'passed',
    alternatives: ['failed'],
    mark: 'U',
    says: 'a trigger step passes where its build had nothing to run',
  },
  replaced_key: {
    default: 'reusable',
    alternatives: ['refused'],
    mark: 'U',
    says: 'an upload may use the keys of the steps that it replaces',
  },
  failed_wait_and_depends_on: {
    default: 'run',
    alternatives: ['not_run'],
    mark: 'U',
    says: 'a step with `depends_on` runs also behind a wait that failed',
  },
  block_before_its_turn: {
    default: 'may_be_unblocked',
    alternatives: ['must_wait'],
    mark: 'R',
    says: 'a block may be unblocked before the steps before it are over',
  },
  permit_on_passed: {
    default: 'permitted',
    alternatives: ['refused'],
    mark: 'U',
    says: 'a job that passed may be run again unless `permit_on_passed` says no',
  },
  blocked_build_and_newer_one: {
    default: 'kept',
    alternatives: ['superseded'],
    mark: 'R',
    says: 'a build that waits at a block is neither skipped nor canceled for a newer one',
  },
}

/** The choices as given, otherwise by default. */
export function withDefaults(given: Partial<Choices> = {}): Choices {
  const defaults = Object.entries(choices).map(([name, choice]) => [name, choice.default])
  return { ...(Object.fromEntries(defaults) as unknown as Choices), ...given }
}
