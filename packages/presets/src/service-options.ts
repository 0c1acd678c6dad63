import type { BuildContext, CommandOptions, PipelineOptions, Step, Steps } from '@kitewright/core'
import type { ComposeTestsOptions } from './compose-tests.ts'
import type { DockerImageOptions } from './docker-image.ts'
import type { Environment } from './environment.ts'
import type { PactContracts } from './pact-contracts.ts'

/**
 * A stage of a delivery: `tests`, `contracts` where it has some, `image`, and `approve-NAME` and `deploy-NAME` of each
 * environment.
 */
export type StageName = 'tests' | 'contracts' | 'image' | `approve-${string}` | `deploy-${string}`

/** Steps that stand in a stage's place, or what makes them of those that were there; `false` removes it. */
export type Stage = false | Steps | ((steps: readonly Step[], context: BuildContext) => Steps)

/** Steps that come between two stages. */
export type Between = Steps | Step | ((context: BuildContext) => Steps)

/** What `service` takes: the name is all that it needs. */
export interface ServiceOptions {
  /** The service's name: its images and stacks are called by it, and nobody else deploys while it is deployed. */
  readonly name: string
  /**
   * Its tests, side by side, in every build: what `test.sh` is told. `['unit', 'integration']` unless told, since what
   * needs no database answers sooner.
   */
  readonly tests?: readonly (string | ComposeTestsOptions)[] | undefined
  /** Its images: the one with its name unless told. A library has none: `[]`. */
  readonly images?: readonly (string | Omit<DockerImageOptions, 'service'>)[] | undefined
  /**
   * Where it is deployed, one after the other: `test`, and after a click `prod`, unless told. A library has none: `[]`.
   */
  readonly environments?: readonly Environment[] | undefined
  /**
   * Its contracts with other services, by Pact: published and verified in builds that deliver, and asked for before each
   * deployment. None unless told: it wants a broker. A pull request is not given the broker's token.
   */
  readonly pact?: PactContracts | undefined
  /** The branches that deliver: the pipeline's default branch unless told. */
  readonly branches?: readonly string[] | undefined
  /**
   * Its folder in a monorepo, from the repository's root. Then a build that changes nothing in it, nor anything of
   * `watch`, has no steps.
   */
  readonly folder?: string | undefined
  /** Globs of what it is made of outside of its folder: `['libs/**']`. None unless told. */
  readonly watch?: readonly string[] | undefined
  /** Stands before labels and keys, where several services share one pipeline. Nothing unless told. */
  readonly prefix?: string | undefined
  /** Where `kitewright init` put the scripts, from the repository's root: `.buildkite/scripts` unless told. */
  readonly scripts?: string | undefined
  /** Stages that are otherwise: removed, replaced or wrapped. */
  readonly stages?: { readonly [Name in StageName]?: Stage | undefined } | undefined
  /** Own steps before a stage; what comes later waits for them. */
  readonly before?: { readonly [Name in StageName]?: Between | undefined } | undefined
  /** Own steps after a stage; what comes later waits for them. */
  readonly after?: { readonly [Name in StageName]?: Between | undefined } | undefined
  /** The agents of all its steps, such as `{ queue: 'builders' }`: the cluster's usual ones unless told. */
  readonly agents?: PipelineOptions['agents'] | undefined
  /** Retries of tests and images: twice after the agent was lost, unless told. */
  readonly retry?: CommandOptions['retry'] | undefined
  /** Whom a build that delivers tells of its end. Nobody unless told: Buildkite tells the author. */
  readonly notify?: PipelineOptions['notify'] | undefined
}
