/** Where a step stands: its build, and its number there. */
export interface StepPlace {
  readonly build: string
  readonly step: number
}

// docs/spec/semantics.md §1.2
/**
 * Why a job or step is where it is, as data; `sentence` says it in words. Those of a job that never runs have Buildkite's own
 * names where it has any.
 */
export type Reason =
  /** `if` is false; of the group around the step where `ofGroup`. */
  | {
      readonly code: 'conditional_failed'
      readonly condition: string
      readonly values: Readonly<Record<string, unknown>>
      /** Why it could not be evaluated, where that is so. */
      readonly message?: string | undefined
      readonly ofGroup?: true | undefined
    }
  | {
      readonly code: 'branch_mismatch'
      readonly branches: string
      readonly branch: string
      readonly ofGroup?: true | undefined
    }
  | { readonly code: 'skip'; readonly text?: string | undefined; readonly ofGroup?: true | undefined }
  | { readonly code: 'if_changed'; readonly globs: readonly string[]; readonly ofGroup?: true | undefined }
  /** A wait beside a block, which counts in its place. */
  | { readonly code: 'optimizer_removed'; readonly block: StepPlace }
  | { readonly code: 'parallelism_zero' }
  /** Replaced by an upload before it started. */
  | { readonly code: 'replaced'; readonly by: StepPlace }
  /** Steps that are not over yet. */
  | { readonly code: 'waits_for'; readonly steps: readonly StepPlace[] }
  /** A block or input that nobody has continued. */
  | { readonly code: 'waits_for_block'; readonly block: StepPlace }
  /** A dependency on a key that no step of the build has. */
  | { readonly code: 'waits_for_missing'; readonly key: string }
  /** A step before it failed; `root` is where that began. */
  | {
      readonly code: 'dependency_failed'
      readonly step: StepPlace
      readonly root: StepPlace
      readonly how: 'hard_failed' | 'errored' | 'expired' | 'canceled' | 'not_run'
      readonly exitStatus?: number | undefined
    }
  | {
      readonly code: 'concurrency'
      readonly group: string
      /** How many are before it in the group, those that run included. */
      readonly ahead: number
      readonly limit: number
    }
  | { readonly code: 'no_agent'; readonly queue: string }
  | { readonly code: 'canceled'; readonly by: 'build' | 'step' | 'build_failing' | 'newer_build' }
  /** Its build was skipped, since a newer one of the branch was created before it started. */
  | { readonly code: 'superseded' }
  /** It has started, and was the last to wait for `after`. */
  | { readonly code: 'started'; readonly after?: StepPlace | undefined }

export type ReasonCode = Reason['code']
