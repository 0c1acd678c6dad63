import { randomUUID } from 'node:crypto'

/** A step as the agent uploads it. */
export interface UploadedStep {
  readonly key?: string
  readonly label?: string
  readonly block?: string
  readonly command?: string
  readonly env?: Readonly<Record<string, string>>
  readonly depends_on?: string | readonly (string | { readonly step: string; readonly allow_failure?: boolean })[]
  readonly artifact_paths?: string
  readonly timeout_in_minutes?: number
  readonly soft_fail?: boolean
}

export type StepState = 'waiting' | 'blocked' | 'ready' | 'running' | 'passed' | 'soft failed' | 'failed' | 'broken'

/** A step in its build: what became of it, and of its job. */
export interface BuildStep {
  readonly id: string
  readonly job: string
  readonly token: string
  readonly uploaded: UploadedStep
  state: StepState
  exitStatus: string
  /** What the job wrote, by the offset at which it belongs. */
  readonly chunks: Map<number, string>
}

/** What one build is made of. */
export interface BuildFacts {
  readonly repository: string
  readonly commit: string
  readonly branch: string
  readonly slug: string
  /** The environment of all its jobs. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * One build, as far as the deliveries need it: steps that wait for others by their keys, and blocks. It keeps what jobs keep
 * with it. Who drives it says what has happened.
 */
export class Build {
  readonly id = randomUUID()
  readonly steps: BuildStep[] = []
  readonly metaData = new Map<string, string>()
  readonly annotations = new Map<string, { readonly style: string; readonly body: string }>()
  readonly artifacts = new Map<string, string>()
  unblocker: string | undefined
  private readonly uploads = new Set<string>()
  readonly facts: BuildFacts

  constructor(facts: BuildFacts) {
    this.facts = facts
  }

  /** Adds steps; the same upload arrives once. */
  add(upload: string, steps: readonly UploadedStep[]): void {
    if (this.uploads.has(upload)) return
    this.uploads.add(upload)
    for (const uploaded of steps) {
      const own = { id: randomUUID(), job: randomUUID(), token: randomUUID() }
      this.steps.push({ ...own, uploaded, state: 'waiting', exitStatus: '', chunks: new Map() })
    }
    this.settle()
  }

  /** A job that an agent may start now, and that nobody else is given. */
  take(): BuildStep | undefined {
    const step = this.steps.find(({ state }) => state === 'ready')
    if (step !== undefined) step.state = 'running'
    return step
  }

  finish(step: BuildStep, exitStatus: string): void {
    step.exitStatus = exitStatus
    step.state = exitStatus === '0' ? 'passed' : step.uploaded.soft_fail ? 'soft failed' : 'failed'
    this.settle()
  }

  /** What a person does who continues the build. */
  unblock(key: string, by: string, answers: Readonly<Record<string, string>> = {}): void {
    const step = this.step(key)
    if (step.state !== 'blocked') throw new Error(`${key} is ${step.state}, not blocked`)
    for (const [name, value] of Object.entries(answers)) this.metaData.set(name, value)
    this.unblocker = by
    step.state = 'passed'
    this.settle()
  }

  step(keyOrId: string): BuildStep {
    const step = this.steps.find(({ id, uploaded }) => id === keyOrId || uploaded.key === keyOrId)
    if (step === undefined) throw new Error(`no step ${keyOrId}`)
    return step
  }

  /** Whether nothing runs, and nothing can start before a person does something. */
  get rests(): boolean {
    return this.steps.every(({ state }) => state !== 'ready' && state !== 'running')
  }

  /** What became of each step, by its key. */
  get states(): Readonly<Record<string, StepState>> {
    return Object.fromEntries(this.steps.map(({ uploaded, state }) => [uploaded.key ?? uploaded.label, state]))
  }

  private settle(): void {
    for (let before = ''; before !== JSON.stringify(this.states);) {
      before = JSON.stringify(this.states)
      for (const step of this.steps) if (step.state === 'waiting') step.state = this.stateOf(step.uploaded)
    }
  }

  private stateOf({ block, depends_on = [] }: UploadedStep): StepState {
    const edges = [depends_on].flat().map((edge) => (typeof edge === 'string' ? { step: edge } : edge))
    const settled = edges.map(({ step, allow_failure = false }) => ({ state: this.step(step).state, allow_failure }))
    const isOver = (state: StepState): boolean => state === 'failed' || state === 'broken'
    if (settled.some(({ state, allow_failure }) => isOver(state) && !allow_failure)) return 'broken'
    if (settled.some(({ state }) => state !== 'passed' && state !== 'soft failed' && !isOver(state))) return 'waiting'
    return block === undefined ? 'ready' : 'blocked'
  }
}

const [escape, bell] = ['\u001B', '\u0007']
const markOfTime = new RegExp(`${escape}_bk;[^${bell}]*${bell}`, 'g')

/** What a job wrote, in order, without the agent's marks of time. */
export function logOf({ chunks }: BuildStep): string {
  const text = [...chunks].toSorted(([one], [other]) => one - other).map(([, chunk]) => chunk)
  return text.join('').replaceAll(markOfTime, '')
}
