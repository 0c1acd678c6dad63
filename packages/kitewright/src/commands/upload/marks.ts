import type { Agent } from './agent.ts'

/**
 * What one run of the command notes of one part in the build's meta-data. Nobody else writes under its name, so that two
 * runs at once never overwrite each other, and its state moves forward only: `started`, before anything is sent, then
 * `done` or `refused`. It stays `started` where the fate of the upload is unknown. `replaced` says that `--replace` has
 * dropped the upload.
 */
export interface Mark {
  /** What calls the upload: see `placeOf`. */
  readonly place: string
  /** The hash of all parts. */
  readonly content: string
  /** The job whose upload it is at first, and how many equal ones it had made: a retry goes on with the same. */
  readonly origin: string
  /** Counted from the part that is sent first, 1; 0 for the upload as a whole. */
  readonly turn: number
  /** The job that notes it, which may be a retry of the first. */
  readonly job: string
  /** What tells two runs of the command in one job apart. */
  readonly run: string
}

/** What a mark says. */
export interface MarkValue {
  readonly state: 'started' | 'done' | 'refused' | 'replaced'
  /** The environment of the job: see `variablesOf`. */
  readonly variables: string
  /** A key that the build has if it has the part; '' if it had that key before. */
  readonly key: string
}

const head = 'kitewright:upload'

export function markName({ place, content, origin, turn, job, run }: Mark): string {
  return [head, place, content, origin, turn, job, run].join(':')
}

/** The marks among all names of the build's meta-data. */
export function marksIn(names: readonly string[]): readonly Mark[] {
  return names.flatMap((name) => {
    const [, place, content, origin, turn, job, run] =
      /^kitewright:upload:(\w+):(\w+):([\w.]+):(\d+):(\w+):(\w+)$/.exec(name) ?? []
    return place && content && origin && turn && job && run
      ? [{ place, content, origin, turn: Number(turn), job, run }]
      : []
  })
}

/** Returns whether it was kept. */
export function writeMark(mark: Mark, { state, variables, key }: MarkValue, agent: Agent): Promise<boolean> {
  return agent.setMetaData(markName(mark), `${state} ${variables} ${key}`.trim())
}

/** Returns undefined if it could not be read. */
export async function readMark(mark: Mark, agent: Agent): Promise<MarkValue | undefined> {
  const [, state, variables, key] =
    /^(started|done|refused|replaced) (\S+) ?(.*)$/.exec((await agent.metaData(markName(mark))) ?? '') ?? []
  return state === undefined || variables === undefined
    ? undefined
    : { state: state as MarkValue['state'], variables, key: key ?? '' }
}

/** Whether two marks are of one upload. */
export function isOfSameUpload(one: Mark, other: Mark): boolean {
  return one.place === other.place && one.content === other.content && one.origin === other.origin
}
