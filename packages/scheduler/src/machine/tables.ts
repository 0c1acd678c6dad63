import type { ChoiceName, Choices } from '../choices.ts'
import type { JobPlan, StepPlan } from '../plan/build-plan.ts'
import type { Reason } from '../reason.ts'
import type { BuildState, JobState, Result } from '../states.ts'
import type { Command } from './command.ts'
import type { Heap } from './heap.ts'

/** One run of a job. */
export interface Job {
  readonly id: number
  readonly step: Step
  readonly plan: JobPlan
  /** Which of the step's jobs it is. */
  readonly slot: number
  /** From 1; later ones are retries. */
  readonly attempt: number
  /** When it was made, among all jobs; a retry keeps its place. */
  readonly order: number
  /** How often each rule of retry has been used for it. */
  readonly retries: readonly number[]
  state: JobState
  /** Why it never ran, or was canceled. */
  reason?: Reason | undefined
  exitStatus?: number | undefined
  signal?: string | undefined
  result?: Result | undefined
  /** Whether it has announced a failure that counts. */
  isPromised: boolean
  /** Whether it has a place in its concurrency group. */
  isMember: boolean
  /** Whether it holds a slot of its concurrency group. */
  holdsSlot: boolean
  holdsAgent: boolean
  isReplaced: boolean
}

/** One step waits for another. */
export interface Edge {
  readonly from: Step
  readonly to: Step
  readonly tolerant: boolean
  /** Whether only the step itself counts, not what it uploads: it is one of those. */
  readonly isOwn: boolean
  /** Whether what it waits for is over. */
  isDone: boolean
}

/** A step of a build. */
export interface Step {
  readonly build: Build
  /** Its number in the build: that of the plan, behind those of earlier uploads. */
  readonly index: number
  readonly plan: StepPlan
  readonly group?: Step | undefined
  /** The job that uploaded it. */
  readonly uploader?: Job | undefined
  /** The job of each slot that counts. */
  readonly jobs: Job[]
  /** Jobs that were run again. */
  readonly earlier: Job[]
  readonly needs: Edge[]
  readonly dependents: Edge[]
  /** Steps that its jobs have uploaded. */
  readonly uploads: Step[]
  ignored?: Reason | undefined
  /** Keys that no step of the build has yet. */
  missing: { readonly key: string; readonly tolerant: boolean }[]
  /** How many edges are not done. */
  unmet: number
  /** The first edge that keeps it from running for good. */
  failedBy?: Edge | undefined
  /** The last edge that it waited for. */
  lastMet?: Edge | undefined
  /** How many of those that it waits for stand behind a block that nobody has continued, or are one. */
  held: number
  /** Whether those that wait for it stand behind a block that nobody has continued. */
  isHolding: boolean
  /** Of a block or input: whether somebody has continued it. */
  isReleased: boolean
  isReady: boolean
  /** How many of its jobs, or of a group's steps, are not over. */
  open: number
  /** How it ended, by itself. */
  own?: Result | undefined
  /** How it ended, with all that it uploaded. */
  total?: Result | undefined
}

/** One build. */
export interface Build {
  readonly id: string
  /** When it was created, among all builds. */
  readonly order: number
  readonly steps: Step[]
  readonly keys: Map<string, Step>
  state: BuildState
  /** Jobs that are not over. */
  open: number
  /** Jobs that go on by themselves: they run, or wait for a slot or an agent. */
  moving: number
  /** Jobs that run. */
  running: number
  /** Blocks and inputs that wait for a person. */
  readonly waitingForInput: Set<Step>
  /** Jobs that failed for good. */
  failures: number
  hasStarted: boolean
  isCanceled: boolean
  /** Whether a newer build of its line has ended it. */
  isSuperseded: boolean
  readonly line?: string | undefined
}

/** The jobs of all builds that share slots (docs/spec/semantics.md §10). */
export interface ConcurrencyGroup {
  readonly name: string
  /** Who has a place in the queue, in the order of the queue; some of the first have left. */
  members: Job[]
  /** How many of the first members need not be looked at: they have left, or hold a slot. */
  from: number
  holders: number
  /** The greatest limit of a member. */
  greatestLimit: number
  /** Eager jobs that may start as soon as there is a slot, by their limit. */
  readonly eager: Map<number, Heap<Job>>
}

/** Agents that serve one queue, and the jobs that wait for them. */
export interface AgentQueue {
  readonly name: string
  /** How many there are; as many as it takes where it is undefined. */
  count: number | undefined
  busy: number
  readonly waiting: Heap<Job>
}

/** Everything that a state is made of. */
export interface Tables {
  readonly choices: Choices
  readonly touched: Set<ChoiceName>
  readonly builds: Map<string, Build>
  readonly jobs: Job[]
  readonly groups: Map<string, ConcurrencyGroup>
  readonly queues: Map<string, AgentQueue>
  /** How many agents queues have that are not named; as many as it takes where it is undefined. */
  anyQueue: number | undefined
  jobOrder: number
  commands: Command[]
  /** Steps that have come to an end, and whose dependents have not been told. */
  readonly ended: Step[]
  /** Builds that have begun to fail, and whose jobs have not been told. */
  readonly failing: Build[]
  readonly changedBuilds: Set<Build>
  readonly changedGroups: Set<ConcurrencyGroup>
  readonly changedQueues: Set<AgentQueue>
}

export function createTables(choices: Choices): Tables {
  return {
    choices,
    touched: new Set(),
    builds: new Map(),
    jobs: [],
    groups: new Map(),
    queues: new Map(),
    anyQueue: undefined,
    jobOrder: 0,
    commands: [],
    ended: [],
    failing: [],
    changedBuilds: new Set(),
    changedGroups: new Set(),
    changedQueues: new Set(),
  }
}

/** Whether a step is a block or an input that nobody has continued. */
export function wantsInput({ plan: { kind }, isReleased, own }: Step): boolean {
  return (kind === 'block' || kind === 'input') && !isReleased && own === undefined
}

export function placeOf({ build, index }: Step): { readonly build: string; readonly step: number } {
  return { build: build.id, step: index }
}
