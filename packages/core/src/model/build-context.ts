/** The pull request that a build belongs to. */
export interface PullRequest {
  /** Its number, as text (`build.pull_request.id` of Buildkite's conditionals). */
  readonly id: string
  readonly base_branch?: string | undefined
  readonly draft: boolean
  readonly labels: readonly string[]
  /** The repository it comes from. */
  readonly repository?: string | undefined
  /**
   * Whether it comes from a fork: from another repository than the pipeline's. Undefined where Buildkite does not say
   * which one it comes from.
   */
  readonly fork?: boolean | undefined
}

/** A person, as far as Buildkite knows. */
export interface Person {
  readonly name?: string | undefined
  readonly email?: string | undefined
  /** Team slugs. */
  readonly teams: readonly string[]
}

/** The build that is being planned. Named as the variables of Buildkite's conditionals. */
export interface Build {
  readonly id?: string | undefined
  /** Unique in the pipeline. */
  readonly number?: number | undefined
  /** Equals the tag's name for tag builds. */
  readonly branch: string
  /** Usually 40 hexadecimal digits; may be `HEAD`. */
  readonly commit: string
  readonly message?: string | undefined
  /** Set in tag builds only. */
  readonly tag?: string | undefined
  /** What created the build. */
  readonly source?:
    'webhook' | 'api' | 'ui' | 'trigger_job' | 'schedule' | 'pipeline_trigger' | (string & {}) | undefined
  /** Set in builds of a pull request only. */
  readonly pull_request?: PullRequest | undefined
  readonly creator: Person
  readonly author: Person
  readonly merge_queue?:
    { readonly base_branch?: string | undefined; readonly base_commit?: string | undefined } | undefined
  /** The build whose trigger step started this one. */
  readonly triggered_from?:
    | { readonly id: string; readonly number?: number | undefined; readonly pipeline_slug?: string | undefined }
    | undefined
  /**
   * Whether this is a build of one of these branches and of nothing that an outsider may have made: no pull request,
   * whose branch may have any name, no tag, and no merge queue. Without names it asks for the pipeline's default branch, `main` where
   * Buildkite does not tell it. Ask it before a step that deploys or publishes.
   * https://buildkite.com/docs/pipelines/environment-variables#BUILDKITE_PULL_REQUEST
   * @example build.isTrusted() ? [test, deploy] : [test]
   * @example build.isTrusted('main', 'release')
   */
  readonly isTrusted: (...branches: readonly string[]) => boolean
}

/** The pipeline that the build belongs to, as Buildkite knows it. */
export interface BuildPipeline {
  readonly id?: string | undefined
  readonly slug?: string | undefined
  readonly name?: string | undefined
  readonly default_branch?: string | undefined
  /** The repository's URL. */
  readonly repository?: string | undefined
}

/** What the author's function is given: the output depends on this and the author's file alone. */
export interface BuildContext {
  readonly build: Build
  readonly pipeline: BuildPipeline
  readonly organization: { readonly id?: string | undefined; readonly slug?: string | undefined }
  /** The environment of the generator: in a build, that of its job. */
  readonly env: { readonly [name: string]: string | undefined }
  /**
   * Paths, from the repository's root, that have changed. In a build of a pull request: since it left the branch it goes
   * to, all its commits together; of another branch: since it left the default branch. On the default branch: since what
   * was built last, which `--since COMMIT` or `KITEWRIGHT_SINCE` tells, otherwise since the first parent where the commit
   * is a merge. A renamed file is both of its names; a submodule that moved is its path and, for everything under it, its
   * path with a `/`. Undefined where it is not known, which is said.
   * @example changedFiles?.some((file) => file.endsWith('.sql')) ?? true
   */
  readonly changedFiles: readonly string[] | undefined
  /**
   * Whether any changed file matches any of the globs. True where the changed files are not known.
   * @example affects('services/payments/**', 'libs/**')
   */
  readonly affects: (...globs: readonly string[]) => boolean
}
