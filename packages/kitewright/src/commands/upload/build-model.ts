import type { ProcessResult } from '../../world/world.ts'
import type { Agent } from './agent.ts'

/** What happens to one call of the agent. */
export type Trouble =
  /** Nothing: what was asked for happens, or the server refuses what it has to. */
  | 'well'
  /** The server does it, and its answers are lost until the agent gives up. */
  | 'lost'
  /** The server does it later, after the agent has given up. */
  | 'late'
  /** 5xx or time-outs until the agent gives up: nothing happens. */
  | 'down'
  /** The server refuses it with a 4xx, of an upload; others fail. */
  | 'refused'
  /** The agent is ended by a signal, before or after the server has done it. */
  | 'ended before'
  | 'ended after'
  /** So is the job, at once. */
  | 'killed before'
  | 'killed after'

/** The job is gone. */
export class Killed extends Error {}

interface Landed {
  readonly json: string
  readonly key: string | undefined
  readonly run: string
}

/** A build as its server keeps it. */
export interface BuildModel {
  /** In the order of their steps. */
  readonly landed: Landed[]
  readonly metaData: Map<string, string>
  /** What is going to happen after all. */
  readonly late: (() => void)[]
  /** Rules of the meta-data that were broken. */
  readonly faults: string[]
}

export function emptyBuild(): BuildModel {
  return { landed: [], metaData: new Map(), late: [], faults: [] }
}

const fine: ProcessResult = { status: 0, stdout: '', stderr: '' }
const refusal = (words: string): ProcessResult => ({
  status: 1,
  stdout: '',
  stderr: `ERROR  Couldn't upload: failed to upload and accept pipeline: POST http://x/pipelines: 422 Unprocessable Entity: ${words}`,
})
const gaveUp: ProcessResult = {
  status: 1,
  stdout: '',
  stderr:
    'WARN  POST http://x/pipelines: 500 Internal Server Error: boom (Attempt 60/60)\n' +
    "ERROR  Couldn't upload: failed to upload and accept pipeline: POST http://x/pipelines: 500 Internal Server Error: boom",
}

/** Adds steps behind the uploading one, or says which key is used already. */
function land({ landed }: BuildModel, json: string, replace: boolean, run: string): ProcessResult {
  const { steps } = JSON.parse(json) as { readonly steps: readonly { readonly key?: string }[] }
  const key = steps.find((step) => step.key !== undefined)?.key
  if (replace) landed.length = 0
  else if (key !== undefined && landed.some((other) => other.key === key)) {
    return refusal(`The key "${key}" has already been used by another step in this build`)
  }
  landed.unshift({ json, key, run })
  return fine
}

/** What is noted moves forward only, and what is noted as done stays. */
function keep({ metaData, faults }: BuildModel, name: string, value: string): true {
  const [before = ''] = (metaData.get(name) ?? '').split(' ')
  const [after = ''] = value.split(' ')
  const isForward = before === '' || before === after || before === 'started'
  if (!isForward) faults.push(`${name}: ${before} became ${after}`)
  metaData.set(name, value)
  return true
}

/**
 * An agent over a build of the model.
 *
 * @param next Gives what happens to the next call; awaited, so that two uploaders take turns.
 */
export function modelAgent(build: BuildModel, run: string, next: () => Promise<Trouble>): Agent {
  async function happen<Result>(effect: () => Result, failures: Failures<Result>): Promise<Result> {
    const trouble = await next()
    if (trouble === 'killed before') throw new Killed()
    if (trouble === 'late') build.late.push(effect)
    const result = done.has(trouble) ? effect() : undefined
    if (trouble === 'killed after') throw new Killed()
    if (trouble === 'well') return result as Result
    return (
      (trouble.startsWith('ended') ? failures.ended : undefined) ?? failures[trouble === 'refused' ? trouble : 'down']
    )
  }
  return {
    problem: async () => undefined,
    upload: (json, { replace }) =>
      happen(() => land(build, json, replace, run), {
        down: gaveUp,
        refused: refusal('not today'),
        ended: { ...gaveUp, signal: 'SIGTERM' },
      }),
    metaDataKeys: () => happen(() => [...build.metaData.keys()], same<readonly string[] | undefined>(undefined)),
    metaData: (key) => happen(() => build.metaData.get(key) ?? '', same<string | undefined>(undefined)),
    setMetaData: (key, value) => happen<boolean>(() => keep(build, key, value), same<boolean>(false)),
    hasStep: (key) =>
      happen(() => build.landed.some((upload) => upload.key === key), same<boolean | undefined>(undefined)),
  }
}

function same<Result>(failure: Result): Failures<Result> {
  return { down: failure, refused: failure }
}

const done: ReadonlySet<Trouble> = new Set(['well', 'lost', 'ended after', 'killed after'])

/** What the agent answers where something went wrong. */
interface Failures<Result> {
  readonly down: Result
  readonly refused: Result
  readonly ended?: Result
}
