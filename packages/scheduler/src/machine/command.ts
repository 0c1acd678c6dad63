import type { BuildState, JobState } from '../states.ts'

/** What the driver is to do; or what has changed, for who keeps a record. */
export type Command =
  | { readonly type: 'start_job'; readonly job: number; readonly queue: string }
  | { readonly type: 'stop_job'; readonly job: number; readonly why: 'canceled' | 'timed_out' }
  /** Send `timed_out` after that many seconds, unless the job has ended. */
  | { readonly type: 'set_timer'; readonly job: number; readonly seconds: number }
  | {
      readonly type: 'create_build'
      readonly job: number
      readonly pipeline: string
      readonly isAsync: boolean
      /** The `build` of the trigger step: branch, commit, env. */
      readonly build: unknown
    }
  | { readonly type: 'job_changed'; readonly job: number; readonly state: JobState }
  | {
      readonly type: 'build_changed'
      readonly build: string
      readonly state: BuildState
      /** Whether a newer build of its branch has ended it. */
      readonly isSuperseded?: true | undefined
    }
  /** A block or input is all that a step behind it still waits for. */
  | { readonly type: 'input_wanted'; readonly build: string; readonly step: number }
  /** The upload is refused, and adds nothing. */
  | { readonly type: 'upload_refused'; readonly job: number; readonly key: string }
