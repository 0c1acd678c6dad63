/** A step as YAML has it, as far as random pipelines use it. */
export interface PlainStep {
  readonly kind: 'command' | 'wait' | 'block' | 'input' | 'trigger' | 'group'
  readonly key: string
  readonly depends_on?: readonly { readonly step: string; readonly allow_failure: boolean }[] | undefined
  readonly allow_dependency_failure?: boolean | undefined
  readonly if?: keyof typeof conditions | undefined
  readonly branches?: string | undefined
  readonly skip?: string | boolean | undefined
  readonly steps?: readonly PlainStep[] | undefined
  readonly continue_on_failure?: boolean | undefined
  readonly soft_fail?: true | readonly { readonly exit_status: number | '*' }[] | undefined
  readonly retry?:
    { readonly automatic: readonly { readonly exit_status?: number | '*'; readonly limit: number }[] } | undefined
  readonly parallelism?: number | undefined
  readonly matrix?: readonly string[] | undefined
  readonly matrixSkip?: string | undefined
  readonly concurrency?: number | undefined
  readonly concurrency_group?: string | undefined
  readonly concurrency_method?: 'ordered' | 'eager' | undefined
  readonly priority?: number | undefined
  readonly queue?: string | undefined
  readonly timeout_in_minutes?: number | undefined
  readonly cancel_on_build_failing?: boolean | undefined
}

/** The conditions of random pipelines, and whether they hold on a branch. */
export const conditions: Readonly<Record<string, (branch: string) => boolean>> = {
  'build.branch == "main"': (branch) => branch === 'main',
  'build.branch != "main"': (branch) => branch !== 'main',
  'build.branch =~ /^feature/': (branch) => branch.startsWith('feature'),
  'build.tag != null': () => false,
}

/** What happens to a random build. Times are minutes. */
export interface PlainScenario {
  readonly at: number
  readonly branch: string
  readonly steps: readonly PlainStep[]
  /** By job: the exit status of each attempt, and the minutes that all of them take. */
  readonly jobs: Readonly<Record<string, { readonly statuses: readonly number[]; readonly minutes: number }>>
  /** By block: minutes after it was reached, or since the build was created. */
  readonly unblock: Readonly<Record<string, { readonly after?: number; readonly at?: number }>>
  readonly retry: readonly { readonly at: number; readonly step: string }[]
  readonly cancel: readonly { readonly at: number; readonly step?: string }[]
}

/** Random builds that share agents. */
export interface PlainWorld {
  readonly builds: readonly PlainScenario[]
  readonly agents: Readonly<Record<string, number>>
}

/** What came of a world, in a form that both readings have. */
export interface PlainResult {
  readonly builds: readonly {
    readonly state: string
    /** Such as `unit[0]#2 3-5 passed`; `never` for a step that will not run, `open` for one that still may. */
    readonly lines: readonly string[]
  }[]
}
