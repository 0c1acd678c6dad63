/** A step as YAML has it, as far as random pipelines use it. */
export interface PlainStep {
  readonly kind: 'command' | 'wait' | 'block' | 'input' | 'trigger' | 'group'
  readonly key: string
  readonly depends_on?: readonly { readonly step: string; readonly allow_failure: boolean }[] | undefined
  readonly allow_dependency_failure?: boolean | undefined
  readonly if?: keyof typeof conditions | undefined
  readonly branches?: keyof typeof branchPatterns | undefined
  readonly if_changed?: typeof watched | undefined
  readonly skip?: string | boolean | undefined
  readonly steps?: readonly PlainStep[] | undefined
  readonly continue_on_failure?: boolean | undefined
  readonly soft_fail?: true | readonly { readonly exit_status: number | '*' }[] | undefined
  readonly retry?:
    | {
        readonly automatic?: readonly { readonly exit_status?: number | '*'; readonly limit: number }[]
        readonly manual?: { readonly allowed: boolean }
      }
    | undefined
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
  /** Whether its author writes what it waits for, and what leaves it out, in `raw`. */
  readonly isRaw?: boolean | undefined
}

/** What conditions ask of a build. */
export interface PlainFacts {
  readonly branch: string
  readonly message?: string | undefined
  /** Whether a file has changed that is watched; true unless told. */
  readonly isChanged?: boolean | undefined
}

/** The conditions of random pipelines, and whether they hold for a build. */
export const conditions: Readonly<Record<string, (facts: PlainFacts) => boolean>> = {
  'build.branch == "main"': ({ branch }) => branch === 'main',
  'build.branch != "main"': ({ branch }) => branch !== 'main',
  'build.branch =~ /^feature/': ({ branch }) => branch.startsWith('feature'),
  'build.tag != null': () => false,
  'build.message == "ship"': ({ message }) => message === 'ship',
  'build.branch == "main" && build.message == "ship"': ({ branch, message }) => branch === 'main' && message === 'ship',
  'build.branch == "main" || build.message == "ship"': ({ branch, message }) => branch === 'main' || message === 'ship',
  '!(build.branch == "main" && build.tag == null)': ({ branch }) => branch !== 'main',
}

/** The patterns of branches in random pipelines, and whether they take a branch. */
export const branchPatterns: Readonly<Record<string, (branch: string) => boolean>> = {
  main: (branch) => branch === 'main',
  'feature/*': (branch) => branch.startsWith('feature/'),
  '!main': (branch) => branch !== 'main',
  'main x': (branch) => branch === 'main' || branch === 'x',
}

/** The files whose change keeps a step. */
export const watched = 'services/**'

/** Whether a step's own conditions leave it out of a build. */
export function isLeftOut({ skip, if: condition, branches, if_changed }: PlainStep, facts: PlainFacts): boolean {
  const holds = condition === undefined || conditions[condition]?.(facts) === true
  const isTaken = branches === undefined || branchPatterns[branches]?.(facts.branch) === true
  const isKept = if_changed === undefined || facts.isChanged !== false
  return !holds || !isTaken || !isKept || skip === true || (typeof skip === 'string' && skip !== '')
}

/** All steps, those of groups too. */
export function allSteps(steps: readonly PlainStep[]): readonly PlainStep[] {
  return steps.flatMap((step) => [step, ...allSteps(step.steps ?? [])])
}

/** The names of a step's jobs. */
export function jobNames({ key, parallelism, matrix }: PlainStep): readonly string[] {
  if (matrix) return matrix.map((value) => `${key}[${value}]`)
  return parallelism === undefined ? [key] : Array.from({ length: parallelism }, (_, slot) => `${key}[${slot}]`)
}

/** What happens to a random build. Times are minutes. */
export interface PlainScenario extends PlainFacts {
  readonly at: number
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
