// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

import type { Interpolated } from '../interpolated.ts'

/**
 * One service that hears about the step.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export type StepNotification =
  | ('github_check' | 'github_commit_status')
  | NotifyBasecamp
  | NotifySlack
  | NotifyGithubCommitStatus
  | NotifyGithubCheck

/**
 * One service that hears about the build.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export type BuildNotification =
  | ('github_check' | 'github_commit_status')
  | NotifyEmail
  | NotifyBasecamp
  | NotifySlack
  | NotifyWebhook
  | NotifyPagerDuty
  | NotifyGithubCommitStatus
  | NotifyGithubCheck

/**
 * A step that runs commands on an agent.
 * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
 */
export interface CommandAttributes {
  /**
   * The name shown in the build, with emoji codes such as `:docker:`. In parallel jobs `%n` and `%N` stand for
   * the index from 0 and from 1, `%t` for the number of jobs.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example label: ':test_tube: Unit'
   */
  readonly label?: (string | Interpolated) | undefined
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * What the agent's shell runs: one command, or several of which the first that fails ends the job. A step of
   * plugins alone leaves it empty.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example command: 'scripts/test.sh unit'
   */
  readonly command?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Skips the step unless a changed file matches: a glob, several, or `include` with `exclude`. Decided by the
   * uploading agent. Needs agent 3.103, lists and maps 3.109.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example if_changed: 'services/payments/**'
   */
  readonly if_changed?: (string | readonly (string | Interpolated)[] | IfChanged | Interpolated) | undefined
  /**
   * Skips the step: `true`, or a reason of at most 70 characters that the build shows. `false` and the empty
   * text do not skip. [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example skip: 'waiting for the new API'
   */
  readonly skip?: (boolean | string | Interpolated) | undefined
  /**
   * Runs the step once for each combination of values, put in for `{{matrix}}` or `{{matrix.name}}` in label,
   * command, env values, plugins and agents. At most 6 dimensions of 25 values, 12 adjustments, 50 jobs. Not
   * together with `parallelism`.
   * [Build matrix](https://buildkite.com/docs/pipelines/configure/workflows/build-matrix)
   * @example matrix: ['linux', 'darwin']
   */
  readonly matrix?: (readonly (string | number | boolean | Interpolated)[] | Matrix) | undefined
  /**
   * How many equal jobs to run side by side; each reads its own `BUILDKITE_PARALLEL_JOB`. An integer, default 1;
   * with 0 the job is broken. Not together with `matrix`.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example parallelism: 4
   */
  readonly parallelism?: (number | Interpolated) | undefined
  /**
   * Environment variables of the job. They are not read when the agent interpolates the step itself.
   * [Environment variables](https://buildkite.com/docs/pipelines/configure/environment-variables)
   * @example env: { NODE_ENV: 'test' }
   */
  readonly env?:
    | {
        readonly [name: string]: string | number | boolean | undefined | Interpolated
      }
    | undefined
  /**
   * Buildkite secrets that the job gets as environment variables: names, or a map of variable to secret.
   * Literal: the agent does not interpolate them. Needs agent 3.106.
   * [Buildkite secrets](https://buildkite.com/docs/pipelines/security/secrets/buildkite-secrets)
   * @example secrets: ['API_TOKEN']
   */
  readonly secrets?:
    | (
        | readonly (string | SecretVariable)[]
        | {
            readonly [name: string]: string
          }
      )
    | undefined
  /**
   * Container image that the job runs in. Used by hosted agents and the Kubernetes stack. Default: the
   * pipeline's `image`. [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example image: 'node:22-alpine'
   */
  readonly image?: (string | Interpolated) | undefined
  /**
   * Which agents may run the job: a map of tags, or a list of `tag=value`. Every tag must match; `*` means any
   * value of that tag. `queue` picks the queue; without it the cluster's default queue is used.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example agents: { queue: 'deploy' }
   */
  readonly agents?:
    | (
        | {
            /**
             * The queue whose agents may run it. [Queues](https://buildkite.com/docs/agent/queues)
             */
            readonly queue?: (string | number | boolean | Interpolated) | undefined
            readonly [name: string]: string | number | boolean | undefined | Interpolated
          }
        | readonly (string | Interpolated)[]
      )
    | undefined
  /**
   * Which job an agent takes first: an integer, higher first, negative allowed. Default: the pipeline's
   * `priority`, else 0. [Job priority](https://buildkite.com/docs/pipelines/configure/workflows/job-priority)
   * @example priority: 10
   */
  readonly priority?: (number | Interpolated) | undefined
  /**
   * How the job checks out the repository; keys not given here come from the pipeline's `checkout`. Needs agent
   * 3.136. [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
   * @example checkout: { skip: true }
   */
  readonly checkout?: Checkout | undefined
  /**
   * Cache volume that the job keeps its files on: a path, several, or a volume by name; `false` for none. Hosted
   * agents only. [Cache volumes](https://buildkite.com/docs/agent/buildkite-hosted/cache-volumes)
   * @example cache: 'node_modules'
   */
  readonly cache?: (string | readonly (string | Interpolated)[] | CacheVolume | false | Interpolated) | undefined
  /**
   * Files to keep once the commands have ended: glob patterns, several also in one string separated by `;`.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example artifact_paths: 'coverage/*'
   */
  readonly artifact_paths?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Minutes after which the job is ended and fails: an integer from 1. Default: the pipeline's setting, else the
   * organisation's, else none; a configured maximum caps it.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example timeout_in_minutes: 15
   */
  readonly timeout_in_minutes?: (number | Interpolated) | undefined
  /**
   * When a job is run again, by itself or by a person.
   * [Retry](https://buildkite.com/docs/pipelines/configure/retry)
   * @example retry: { automatic: [{ exit_status: -1, limit: 2 }] }
   */
  readonly retry?: Retry | undefined
  /**
   * Lets the build pass although the step fails: always (`true`), or for certain exit statuses. Default false.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example soft_fail: [{ exit_status: 42 }]
   */
  readonly soft_fail?: (boolean | readonly SoftFailRule[] | Interpolated) | undefined
  /**
   * Whether to cancel the job as soon as the build is failing. Default false.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   */
  readonly cancel_on_build_failing?: (boolean | Interpolated) | undefined
  /**
   * How many jobs of the concurrency group may run at the same time, in the whole organisation: an integer from
   * 1. Needs `concurrency_group`.
   * [Controlling concurrency](https://buildkite.com/docs/pipelines/configure/workflows/controlling-concurrency)
   * @example concurrency: 1
   */
  readonly concurrency?: (number | Interpolated) | undefined
  /**
   * The name under which jobs share their limit, in the whole organisation; at most 200 characters. Needs
   * `concurrency`.
   * [Controlling concurrency](https://buildkite.com/docs/pipelines/configure/workflows/controlling-concurrency)
   * @example concurrency_group: 'payments/production'
   */
  readonly concurrency_group?: (string | Interpolated) | undefined
  /**
   * `ordered` starts the waiting jobs in the order of their creation, `eager` as soon as each could run. Default
   * `ordered`.
   * [Controlling concurrency](https://buildkite.com/docs/pipelines/configure/workflows/controlling-concurrency)
   */
  readonly concurrency_method?: (('ordered' | 'eager') | Interpolated) | undefined
  /**
   * Who hears about this step: one service per item. E-mail, webhook and PagerDuty items belong to the
   * pipeline's `notify`.
   * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
   * @example notify: [{ slack: '#deploys' }]
   */
  readonly notify?: readonly StepNotification[] | undefined
  /**
   * What the agent adds when it signs the step at upload; not written by hand.
   * [Signed pipelines](https://buildkite.com/docs/agent/self-hosted/security/signed-pipelines)
   */
  readonly signature?: Signature | undefined
}

/**
 * A step that holds the build until a person unblocks it, perhaps after filling in a form.
 * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
 */
export interface BlockAttributes {
  /**
   * The label shown on the step and its dialog.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   * @example block: 'Deploy to production'
   */
  readonly block: string | Interpolated
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * The text above the form when a person opens the step.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   * @example prompt: 'Release to all customers?'
   */
  readonly prompt?: (string | Interpolated) | undefined
  /**
   * The text on the button that continues the build. Default `Continue`.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   * @example submit: 'Release'
   */
  readonly submit?: (string | Interpolated) | undefined
  /**
   * The form: text and select fields. Each answer becomes build meta-data under the field's `key`.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   */
  readonly fields?: readonly (TextField | SelectField)[] | undefined
  /**
   * The state that the build shows while it is held: `passed`, `failed` or `running`. Default `passed`.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   */
  readonly blocked_state?: (('passed' | 'failed' | 'running') | Interpolated) | undefined
  /**
   * Slugs or ids of the teams that may continue the build, instead of everyone with write access; at most 100.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   * @example allowed_teams: ['payments-leads']
   */
  readonly allowed_teams?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
}

/**
 * A step that asks a person for input and holds only the steps that depend on it.
 * [Input step](https://buildkite.com/docs/pipelines/configure/step-types/input-step)
 */
export interface InputAttributes {
  /**
   * The label shown on the step and its dialog.
   * [Input step](https://buildkite.com/docs/pipelines/configure/step-types/input-step)
   * @example input: 'Release notes'
   */
  readonly input: string | Interpolated
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * The text above the form when a person opens the step.
   * [Input step](https://buildkite.com/docs/pipelines/configure/step-types/input-step)
   * @example prompt: 'What is in this release?'
   */
  readonly prompt?: (string | Interpolated) | undefined
  /**
   * The text on the button that sends the form. Default `Continue`.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   * @example submit: 'Send'
   */
  readonly submit?: (string | Interpolated) | undefined
  /**
   * The form: text and select fields. Each answer becomes build meta-data under the field's `key`.
   * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
   */
  readonly fields?: readonly (TextField | SelectField)[] | undefined
  /**
   * The state that the build shows while only this step is left: `passed`, `failed` or `running`. Default
   * `passed`. [Input step](https://buildkite.com/docs/pipelines/configure/step-types/input-step)
   */
  readonly blocked_state?: (('passed' | 'failed' | 'running') | Interpolated) | undefined
  /**
   * Slugs or ids of the teams that may answer, instead of everyone with write access; at most 100.
   * [Input step](https://buildkite.com/docs/pipelines/configure/step-types/input-step)
   * @example allowed_teams: ['payments-leads']
   */
  readonly allowed_teams?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
}

/**
 * A barrier: the steps after it start once all steps before it have passed.
 * [Wait step](https://buildkite.com/docs/pipelines/configure/step-types/wait-step)
 */
export interface WaitAttributes {
  /**
   * Makes the step a barrier. Text has no function; `null` is the usual value. YAML also has its attributes
   * inside: `wait: { continue_on_failure: true }`.
   * [Wait step](https://buildkite.com/docs/pipelines/configure/step-types/wait-step)
   */
  readonly wait?: (string | null | NestedWait | Interpolated) | undefined
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * Whether the steps after the barrier run even if steps before it failed. Default false.
   * [Wait step](https://buildkite.com/docs/pipelines/configure/step-types/wait-step)
   */
  readonly continue_on_failure?: (boolean | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
}

/**
 * A step that starts a build of another pipeline and, unless `async`, takes its result.
 * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
 */
export interface TriggerAttributes {
  /**
   * The slug of the pipeline to build.
   * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
   * @example trigger: 'payments-deploy'
   */
  readonly trigger: string | Interpolated
  /**
   * The name shown in the build, with emoji codes; also the message of the triggered build unless
   * `build.message` is given.
   * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
   * @example label: ':rocket: Deploy'
   */
  readonly label?: (string | Interpolated) | undefined
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * What the triggered build is of, and what it is told.
   * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
   */
  readonly build?: TriggerBuild | undefined
  /**
   * Whether to go on as soon as the build is created, without its result. Default false.
   * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
   */
  readonly async?: (boolean | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * Skips the step unless a changed file matches: a glob, several, or `include` with `exclude`. Decided by the
   * uploading agent. Needs agent 3.103, lists and maps 3.109.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example if_changed: 'services/payments/**'
   */
  readonly if_changed?: (string | readonly (string | Interpolated)[] | IfChanged | Interpolated) | undefined
  /**
   * Skips the step: `true`, or a reason of at most 70 characters that the build shows. `false` and the empty
   * text do not skip. [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example skip: 'waiting for the new API'
   */
  readonly skip?: (boolean | string | Interpolated) | undefined
  /**
   * How many equal builds to start; each reads its own `BUILDKITE_PARALLEL_JOB`. An integer, default 1.
   * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
   * @example parallelism: 2
   */
  readonly parallelism?: (number | Interpolated) | undefined
  /**
   * Lets the build pass although the step fails: always (`true`), or for certain exit statuses. Default false.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example soft_fail: [{ exit_status: 42 }]
   */
  readonly soft_fail?: (boolean | readonly SoftFailRule[] | Interpolated) | undefined
}

/**
 * A named group of steps. Groups do not nest.
 * [Group step](https://buildkite.com/docs/pipelines/configure/step-types/group-step)
 */
export interface GroupAttributes {
  /**
   * The name shown for the group, with emoji codes; `null` for none.
   * [Group step](https://buildkite.com/docs/pipelines/configure/step-types/group-step)
   * @example group: ':lock: Security'
   */
  readonly group: string | null | Interpolated
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the steps of the group exist, together with each one's own `if`; decided at upload.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Skips the group unless a changed file matches; decided by the uploading agent. Needs agent 3.103, lists and
   * maps 3.109. [Group step](https://buildkite.com/docs/pipelines/configure/step-types/group-step)
   * @example if_changed: 'services/payments/**'
   */
  readonly if_changed?: (string | readonly (string | Interpolated)[] | IfChanged | Interpolated) | undefined
  /**
   * Skips every step of the group: `true`, or a reason of at most 70 characters.
   * [Group step](https://buildkite.com/docs/pipelines/configure/step-types/group-step)
   * @example skip: 'not on Fridays'
   */
  readonly skip?: (boolean | string | Interpolated) | undefined
  /**
   * Who hears about the group: one service per item.
   * [Group step](https://buildkite.com/docs/pipelines/configure/step-types/group-step)
   */
  readonly notify?: readonly BuildNotification[] | undefined
}

/**
 * A whole pipeline: what holds for all of its steps, then the steps. Other keys are ignored by Buildkite and
 * commonly hold YAML anchors. [Defining steps](https://buildkite.com/docs/pipelines/configure/defining-steps)
 */
export interface PipelineAttributes {
  /**
   * Environment variables of every command job of the build that has not started yet, those of earlier uploads
   * included. The agent also interpolates the rest of the pipeline with them.
   * [Environment variables](https://buildkite.com/docs/pipelines/configure/environment-variables)
   * @example env: { NODE_ENV: 'test' }
   */
  readonly env?:
    | {
        readonly [name: string]: string | number | boolean | undefined | Interpolated
      }
    | undefined
  /**
   * Which agents may run the command steps that have no `agents` of their own: a map of tags, or a list of
   * `tag=value`. Every tag must match; `*` means any value of that tag. `queue` picks the queue; without it the
   * cluster's default queue is used.
   * [Defining steps](https://buildkite.com/docs/pipelines/configure/defining-steps)
   * @example agents: { queue: 'deploy' }
   */
  readonly agents?:
    | (
        | {
            /**
             * The queue whose agents may run it. [Queues](https://buildkite.com/docs/agent/queues)
             */
            readonly queue?: (string | number | boolean | Interpolated) | undefined
            readonly [name: string]: string | number | boolean | undefined | Interpolated
          }
        | readonly (string | Interpolated)[]
      )
    | undefined
  /**
   * Container image of the command steps that have no `image` of their own. Used by hosted agents and the
   * Kubernetes stack. [Defining steps](https://buildkite.com/docs/pipelines/configure/defining-steps)
   * @example image: 'node:22-alpine'
   */
  readonly image?: (string | Interpolated) | undefined
  /**
   * Buildkite secrets that every command step gets as environment variables; a step's own entry for the same
   * variable wins. Names are literal: the agent does not interpolate them. Needs agent 3.106.
   * [Buildkite secrets](https://buildkite.com/docs/pipelines/security/secrets/buildkite-secrets)
   * @example secrets: ['API_TOKEN']
   */
  readonly secrets?:
    | (
        | readonly (string | SecretVariable)[]
        | {
            readonly [name: string]: string
          }
      )
    | undefined
  /**
   * How command steps check out the repository; a step's own `checkout` wins per key. Needs agent 3.136.
   * [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
   */
  readonly checkout?: PipelineCheckout | undefined
  /**
   * Cache volume that command steps get unless they name one of the same name. Hosted agents only.
   * [Cache volumes](https://buildkite.com/docs/agent/buildkite-hosted/cache-volumes)
   * @example cache: 'node_modules'
   */
  readonly cache?: (string | readonly (string | Interpolated)[] | CacheVolume | false | Interpolated) | undefined
  /**
   * Priority of the jobs whose step has none: an integer, higher runs first, negative allowed. Default 0.
   * [Job priority](https://buildkite.com/docs/pipelines/configure/workflows/job-priority)
   * @example priority: 10
   */
  readonly priority?: (number | Interpolated) | undefined
  /**
   * Who hears about the build: one service per item, each with an `if` of its own if wanted.
   * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
   * @example notify: [{ slack: '#deploys', if: "build.state == 'failed'" }]
   */
  readonly notify?: readonly BuildNotification[] | undefined
}

/**
 * Which changed files count.
 * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
 */
export interface IfChanged {
  /**
   * A changed file must match one of these globs.
   */
  readonly include: string | readonly (string | Interpolated)[] | Interpolated
  /**
   * Changed files that match one of these globs do not count.
   */
  readonly exclude?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
}

/**
 * Dimensions of values, and what differs for single combinations.
 * [Build matrix](https://buildkite.com/docs/pipelines/configure/workflows/build-matrix)
 */
export interface Matrix {
  /**
   * The values: a list for one dimension without a name, or lists by the name of their dimension; at most 6
   * dimensions of 25 values, each of at most 128 bytes.
   * @example setup: { os: ['linux', 'darwin'], node: ['22', '24'] }
   */
  readonly setup:
    | readonly (string | number | boolean | Interpolated)[]
    | {
        readonly [name: string]: readonly (string | number | boolean | Interpolated)[] | undefined
      }
  /**
   * Combinations that are skipped, may fail, or are added; at most 12.
   */
  readonly adjustments?: readonly MatrixAdjustment[] | undefined
}

/**
 * One secret and the variable that holds it.
 * [Buildkite secrets](https://buildkite.com/docs/pipelines/security/secrets/buildkite-secrets)
 */
export interface SecretVariable {
  /**
   * Name of the secret: at most 255 letters, digits and `_`, not beginning with `buildkite` or `bk`.
   */
  readonly key: string
  /**
   * Name of the variable. Default: the secret's name.
   */
  readonly environment_variable?: string | undefined
}

/**
 * How the job checks out its repository.
 * [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
 */
export interface Checkout {
  /**
   * Whether to run without a checkout. A real boolean: text is refused by the agent.
   */
  readonly skip?: boolean | undefined
  /**
   * Whether to check out submodules. A real boolean. Default: the agent's setting.
   */
  readonly submodules?: boolean | undefined
  /**
   * Whether to fetch Git LFS files. A real boolean. Default: the agent's setting.
   */
  readonly lfs?: boolean | undefined
  /**
   * How many commits to fetch: a real integer from 1. Default: all. Needs checkout override mode `none`.
   */
  readonly depth?: number | undefined
  /**
   * Flags of the git commands that the agent runs.
   */
  readonly flags?: CheckoutFlags | undefined
  /**
   * Checks out certain directories only. Needs git 2.27. Not interpolated by the agent.
   */
  readonly sparse?: SparseCheckout | undefined
  /**
   * Name of the Buildkite secret that holds the SSH key for the checkout: at most 255 letters, digits and `_`.
   * Not interpolated by the agent, not inherited from the pipeline.
   */
  readonly ssh_secret?: string | undefined
  /**
   * What to do if the commit is not on the branch: `strict` fails, `warn` (agent 3) only says so, `off` (agent
   * 4) does not look. Not interpolated by the agent.
   */
  readonly commit_verification?: (('strict' | 'warn' | 'off') | (string & {})) | undefined
}

/**
 * A cache volume; unused ones are kept for up to 14 days.
 * [Cache volumes](https://buildkite.com/docs/agent/buildkite-hosted/cache-volumes)
 */
export interface CacheVolume {
  /**
   * Name of the volume: at most 100 letters, digits and hyphens. Default: the pipeline's slug.
   */
  readonly name?: (string | Interpolated) | undefined
  /**
   * Size in gigabytes, written `20g`. Default and least `20g`.
   * @example size: '20g'
   */
  readonly size?: (string | Interpolated) | undefined
  /**
   * Paths kept on the volume, relative to the checkout or absolute.
   */
  readonly paths: readonly (string | Interpolated)[]
}

/**
 * When a job is run again. [Retry](https://buildkite.com/docs/pipelines/configure/retry)
 */
export interface Retry {
  /**
   * Retries without a person: `true` for two retries of any failure, or rules of which the first that matches
   * decides. Default: none. [Retry](https://buildkite.com/docs/pipelines/configure/retry)
   * @example automatic: [{ exit_status: -1, limit: 2 }]
   */
  readonly automatic?: (boolean | RetryRule | readonly RetryRule[] | Interpolated) | undefined
  /**
   * Whether a person may retry the job, and what the button says if not. Default: allowed.
   * [Retry](https://buildkite.com/docs/pipelines/configure/retry)
   * @example manual: { allowed: false, reason: 'Deploys are not repeatable' }
   */
  readonly manual?: (boolean | ManualRetry | Interpolated) | undefined
}

/**
 * One exit status that does not fail the build.
 * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
 */
export interface SoftFailRule {
  /**
   * The exit status, or `*` for every status but 0.
   */
  readonly exit_status: '*' | number | Interpolated
}

/**
 * The signature of a command step.
 * [Signed pipelines](https://buildkite.com/docs/agent/self-hosted/security/signed-pipelines)
 */
export interface Signature {
  /**
   * Algorithm, such as `EdDSA`.
   */
  readonly algorithm?: string | undefined
  /**
   * What is signed: attribute names, and `env::NAME` for variables of the pipeline.
   */
  readonly signed_fields?: readonly string[] | undefined
  /**
   * The signature: a compact JWS without its body.
   */
  readonly value?: string | undefined
}

/**
 * A field for a line or more of text.
 * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
 */
export interface TextField {
  /**
   * The label of the field.
   * @example text: 'Release name'
   */
  readonly text: string | Interpolated
  /**
   * Meta-data key that holds the answer: letters, digits, `-` and `_`. `buildkite-agent meta-data get KEY` reads
   * it.
   * @example key: 'release-name'
   */
  readonly key: string | Interpolated
  /**
   * The explanation below the label.
   */
  readonly hint?: (string | Interpolated) | undefined
  /**
   * Whether an answer must be given. Default true.
   */
  readonly required?: (boolean | Interpolated) | undefined
  /**
   * The text that is filled in to begin with.
   */
  readonly default?: (string | Interpolated) | undefined
  /**
   * Regular expression that the whole answer must match, in the browser's language.
   * @example format: '[0-9]+\.[0-9]+'
   */
  readonly format?: (string | Interpolated) | undefined
}

/**
 * A field with a choice of options: up to six as radio buttons, more as a list.
 * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
 */
export interface SelectField {
  /**
   * The label of the field.
   * @example select: 'Release stream'
   */
  readonly select: string | Interpolated
  /**
   * Meta-data key that holds the answer: letters, digits, `-` and `_`. `buildkite-agent meta-data get KEY` reads
   * it.
   * @example key: 'release-name'
   */
  readonly key: string | Interpolated
  /**
   * The explanation below the label.
   */
  readonly hint?: (string | Interpolated) | undefined
  /**
   * Whether an answer must be given. Default true.
   */
  readonly required?: (boolean | Interpolated) | undefined
  /**
   * Whether several options may be chosen; their values are stored one a line. Default false.
   */
  readonly multiple?: (boolean | Interpolated) | undefined
  /**
   * The value chosen to begin with; a list where `multiple` is true.
   */
  readonly default?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
  /**
   * The options, at least one.
   */
  readonly options: readonly SelectOption[]
}

/**
 * The attributes of a wait step, inside `wait`.
 * [Wait step](https://buildkite.com/docs/pipelines/configure/step-types/wait-step)
 */
export interface NestedWait {
  /**
   * The step's name within the build: dependencies and the agent's commands use it. At most 100 letters, digits
   * and `_-:.,`; not of the form of a UUID; one step per key in the whole build.
   * [Command step](https://buildkite.com/docs/pipelines/configure/step-types/command-step)
   * @example key: 'deploy-production'
   */
  readonly key?: (string | Interpolated) | undefined
  /**
   * Whether the steps after the barrier run even if steps before it failed. Default false.
   * [Wait step](https://buildkite.com/docs/pipelines/configure/step-types/wait-step)
   */
  readonly continue_on_failure?: (boolean | Interpolated) | undefined
  /**
   * Whether to start even if steps depended on have failed. Default false.
   * [Dependencies](https://buildkite.com/docs/pipelines/configure/dependencies)
   */
  readonly allow_dependency_failure?: (boolean | Interpolated) | undefined
  /**
   * Condition under which the step exists at all; decided once, at upload, not while the build runs. Not
   * together with `branches`. [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.branch == 'main'"
   */
  readonly if?: (string | Interpolated) | undefined
  /**
   * Branches on which the step exists: patterns separated by blanks, or a list; `*` stands for any text, `!` in
   * front excludes. Not together with `if`.
   * [Branch configuration](https://buildkite.com/docs/pipelines/configure/workflows/branch-configuration)
   * @example branches: 'main release/*'
   */
  readonly branches?: (string | readonly (string | Interpolated)[] | Interpolated) | undefined
}

/**
 * What the triggered build is of, and what it is told.
 * [Trigger step](https://buildkite.com/docs/pipelines/configure/step-types/trigger-step)
 */
export interface TriggerBuild {
  /**
   * Message of the build. Default: the label of the step.
   */
  readonly message?: (string | Interpolated) | undefined
  /**
   * Commit to build. Default `HEAD`.
   */
  readonly commit?: (string | Interpolated) | undefined
  /**
   * Branch to build. Default: the default branch of the triggered pipeline.
   */
  readonly branch?: (string | Interpolated) | undefined
  /**
   * Environment variables of the build.
   */
  readonly env?:
    | {
        readonly [name: string]: string | number | boolean | undefined | Interpolated
      }
    | undefined
  /**
   * Meta-data of the build.
   */
  readonly meta_data?:
    | {
        readonly [name: string]: string | number | boolean | undefined | Interpolated
      }
    | undefined
}

/**
 * How repositories are checked out.
 * [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
 */
export interface PipelineCheckout {
  /**
   * Whether to run without a checkout. A real boolean: text is refused by the agent.
   */
  readonly skip?: boolean | undefined
  /**
   * Whether to check out submodules. A real boolean. Default: the agent's setting.
   */
  readonly submodules?: boolean | undefined
  /**
   * Whether to fetch Git LFS files. A real boolean. Default: the agent's setting.
   */
  readonly lfs?: boolean | undefined
  /**
   * How many commits to fetch: a real integer from 1. Default: all. Needs checkout override mode `none`.
   */
  readonly depth?: number | undefined
  /**
   * Flags of the git commands that the agent runs.
   */
  readonly flags?: CheckoutFlags | undefined
  /**
   * Checks out certain directories only. Needs git 2.27. Not interpolated by the agent.
   */
  readonly sparse?: SparseCheckout | undefined
  /**
   * What to do if the commit is not on the branch: `strict` fails, `warn` (agent 3) only says so, `off` (agent
   * 4) does not look. Not interpolated by the agent.
   */
  readonly commit_verification?: (('strict' | 'warn' | 'off') | (string & {})) | undefined
}

/**
 * One combination that differs, or one more outside the product.
 * [Build matrix](https://buildkite.com/docs/pipelines/configure/workflows/build-matrix)
 */
export interface MatrixAdjustment {
  /**
   * The combination: a value for every dimension, or the bare value where the only dimension has no name.
   * @example with: { os: 'darwin', node: '22' }
   */
  readonly with:
    | {
        readonly [name: string]: string | number | boolean | undefined | Interpolated
      }
    | string
    | number
    | boolean
    | Interpolated
  /**
   * Skips the combination: `true`, or a reason of at most 70 characters.
   */
  readonly skip?: (boolean | string) | undefined
  /**
   * Lets the build pass although this combination fails: always, or for certain exit statuses.
   */
  readonly soft_fail?: (boolean | readonly SoftFailRule[] | Interpolated) | undefined
}

/**
 * Flags of the git commands that the agent runs. An empty text removes the agent's own flags.
 * [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
 */
export interface CheckoutFlags {
  /**
   * Flags of `git clone`.
   */
  readonly clone?: (string | Interpolated) | undefined
  /**
   * Flags of `git fetch`.
   */
  readonly fetch?: (string | Interpolated) | undefined
  /**
   * Flags of `git checkout`.
   */
  readonly checkout?: (string | Interpolated) | undefined
  /**
   * Flags of `git clean`.
   */
  readonly clean?: (string | Interpolated) | undefined
}

/**
 * Which directories to check out. [Git checkout](https://buildkite.com/docs/pipelines/configure/git-checkout)
 */
export interface SparseCheckout {
  /**
   * Directories (git's cone mode): no commas, line breaks, leading `-` or blanks at the ends.
   * @example paths: ['services/payments', 'libs']
   */
  readonly paths: string | readonly string[]
}

/**
 * Retries a failure that meets all conditions given.
 * [Retry](https://buildkite.com/docs/pipelines/configure/retry)
 */
export interface RetryRule {
  /**
   * Exit statuses: one from -1 (the agent was lost) to 255, several, or `*` for any but 0. Default `*`.
   * @example exit_status: [-1, 255]
   */
  readonly exit_status?: ('*' | number | readonly number[] | Interpolated) | undefined
  /**
   * Signals with which the agent ended the process, `*` for any, `none` for no signal; with or without `SIG`, in
   * either case. Default `*`.
   * @example signal: 'SIGKILL'
   */
  readonly signal?:
    | (
        | ('*' | 'none' | 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGABRT' | 'SIGKILL' | 'SIGSEGV' | 'SIGPIPE' | 'SIGTERM')
        | (string & {})
        | readonly (
            | (
                | '*'
                | 'none'
                | 'SIGHUP'
                | 'SIGINT'
                | 'SIGQUIT'
                | 'SIGABRT'
                | 'SIGKILL'
                | 'SIGSEGV'
                | 'SIGPIPE'
                | 'SIGTERM'
              )
            | (string & {})
            | Interpolated
          )[]
        | Interpolated
      )
    | undefined
  /**
   * Why the process was ended, `*` for any reason, `none` for no signal. Default `*`.
   * @example signal_reason: 'agent_stop'
   */
  readonly signal_reason?:
    | (
        | (
            | '*'
            | 'none'
            | 'agent_incompatible'
            | 'agent_refused'
            | 'agent_stop'
            | 'cancel'
            | 'process_run_error'
            | 'signature_rejected'
            | 'stack_error'
          )
        | (string & {})
        | readonly (
            | (
                | '*'
                | 'none'
                | 'agent_incompatible'
                | 'agent_refused'
                | 'agent_stop'
                | 'cancel'
                | 'process_run_error'
                | 'signature_rejected'
                | 'stack_error'
              )
            | (string & {})
            | Interpolated
          )[]
        | Interpolated
      )
    | undefined
  /**
   * How many retries this rule allows: 0 to 10. Default 2; 0 means a matching failure is never retried.
   */
  readonly limit?: (number | Interpolated) | undefined
}

/**
 * Whether a person may retry the job. [Retry](https://buildkite.com/docs/pipelines/configure/retry)
 */
export interface ManualRetry {
  /**
   * Whether the job may be retried. Default true.
   */
  readonly allowed?: (boolean | Interpolated) | undefined
  /**
   * Whether a job that passed may be retried.
   */
  readonly permit_on_passed?: (boolean | Interpolated) | undefined
  /**
   * Why not, shown on the button where `allowed` is false.
   * @example reason: 'Deploys are not repeatable'
   */
  readonly reason?: (string | Interpolated) | undefined
}

/**
 * Posts to a Basecamp campfire.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyBasecamp {
  /**
   * URL of the campfire's chatbot.
   */
  readonly basecamp_campfire: string | Interpolated
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Posts to Slack. [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifySlack {
  /**
   * A channel (`#deploys`, `workspace#deploys`), a person (`@name`) or an id; or several with a message.
   * @example slack: '#deploys'
   */
  readonly slack: string | SlackMessage | Interpolated
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Sets a status on the commit at GitHub. Needs a full commit of 40 characters.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyGithubCommitStatus {
  /**
   * How the status is named.
   */
  readonly github_commit_status: GithubCommitStatus
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Makes a check at GitHub. Needs the GitHub App and a full commit of 40 characters.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyGithubCheck {
  /**
   * How the check is named and what it says.
   */
  readonly github_check: GithubCheck
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * One option of a select field.
 * [Block step](https://buildkite.com/docs/pipelines/configure/step-types/block-step)
 */
export interface SelectOption {
  /**
   * The text shown.
   */
  readonly label: string | Interpolated
  /**
   * The text stored as meta-data.
   */
  readonly value: string | Interpolated
  /**
   * The explanation below the option.
   */
  readonly hint?: (string | Interpolated) | undefined
  /**
   * Whether this option must be chosen.
   */
  readonly required?: (boolean | Interpolated) | undefined
}

/**
 * Sends an e-mail when the build is failing and when it has finished.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyEmail {
  /**
   * One address.
   * @example email: 'dev@example.com'
   */
  readonly email: string | Interpolated
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Posts the build's events to a URL.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyWebhook {
  /**
   * The URL that hears of the build.
   */
  readonly webhook: string | Interpolated
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Sends a PagerDuty change event when the build has finished.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface NotifyPagerDuty {
  /**
   * The integration key.
   */
  readonly pagerduty_change_event: string | Interpolated
  /**
   * Condition under which the message is sent, evaluated at the event; one that fails to evaluate sends nothing.
   * [Conditionals](https://buildkite.com/docs/pipelines/configure/conditionals)
   * @example if: "build.state == 'failed'"
   */
  readonly if?: (string | Interpolated) | undefined
}

/**
 * Channels and what they are told.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface SlackMessage {
  /**
   * Channels, people or ids, at least one.
   */
  readonly channels: readonly (string | Interpolated)[]
  /**
   * The text of the message; mentions work.
   */
  readonly message?: (string | Interpolated) | undefined
}

/**
 * How the status is named.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface GithubCommitStatus {
  /**
   * Name of the status. Default for builds: `buildkite/` and the pipeline's slug.
   */
  readonly context?: (string | Interpolated) | undefined
  /**
   * Whether a blocked build counts as pending; for builds only. Default false.
   */
  readonly blocked_builds_as_pending?: (boolean | Interpolated) | undefined
}

/**
 * How the check is named and what it says.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface GithubCheck {
  /**
   * Name of the check.
   */
  readonly name?: (string | Interpolated) | undefined
  /**
   * What the check's page shows.
   */
  readonly output?: GithubCheckOutput | undefined
}

/**
 * What the check's page shows.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface GithubCheckOutput {
  /**
   * The heading.
   */
  readonly title?: (string | Interpolated) | undefined
  /**
   * The summary, in Markdown.
   */
  readonly summary?: (string | Interpolated) | undefined
  /**
   * The details, in Markdown.
   */
  readonly text?: (string | Interpolated) | undefined
  /**
   * Remarks on lines of the changed files.
   */
  readonly annotations?: readonly GithubCheckAnnotation[] | undefined
}

/**
 * A remark on lines of a file.
 * [Triggering notifications](https://buildkite.com/docs/pipelines/configure/notifications)
 */
export interface GithubCheckAnnotation {
  /**
   * The file, from the repository's root.
   */
  readonly path: string | Interpolated
  /**
   * First line, from 1.
   */
  readonly start_line: number
  /**
   * Last line, the same as the first for one.
   */
  readonly end_line: number
  /**
   * How bad it is.
   */
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  /**
   * The text of the remark.
   */
  readonly message: string | Interpolated
  /**
   * First column; for a single line only.
   */
  readonly start_column?: number | undefined
  /**
   * Last column; for a single line only.
   */
  readonly end_column?: number | undefined
  /**
   * The heading of the remark.
   */
  readonly title?: (string | Interpolated) | undefined
  /**
   * More, shown as written.
   */
  readonly raw_details?: (string | Interpolated) | undefined
}
