import type { Agent } from './agent.ts'
import { type Mark, type MarkValue, readMark } from './marks.ts'
import { areSiblings, type UploadIdentity } from './upload-identity.ts'

/** What is asked for: some content, in so many parts. */
export interface WantedUpload {
  readonly identity: UploadIdentity
  readonly content: string
  readonly count: number
  readonly replace: boolean
}

/** The upload that this run makes or goes on with, by its origin; or why it makes none. */
export type ChosenUpload =
  { readonly origin: string; readonly problem?: undefined } | { readonly origin?: undefined; readonly problem: string }

export const unreadable = "the build's meta-data could not be read"

const changed =
  'an earlier attempt of this job has uploaded another pipeline than this one makes now, or a part of it ' +
  '(--replace starts anew, and drops the steps that have not started)'

/** All marks of one upload. */
type Upload = readonly [Mark, ...Mark[]]

/**
 * Which upload this is. An upload is told by who calls it (`placeOf`), by its content, and by its number among equal
 * ones of the job:
 *
 * - what this job has begun and not finished, goes on;
 * - what it has finished, counts: the same once more is the next upload;
 * - a retried job goes on with what an earlier attempt has begun or finished, and this attempt has not yet had. What
 *   other jobs of a matrix have made, which have other variables, is theirs;
 * - a retried job that finds something else of its own in the build goes no further, unless it replaces.
 */
export async function chooseUpload(wanted: WantedUpload, marks: readonly Mark[], agent: Agent): Promise<ChosenUpload> {
  const { identity, content, count, replace } = wanted
  const uploads = uploadsOf(marks.filter(({ place }) => place === identity.place))
  const isOurs = (upload: Upload): boolean => upload.some(({ job }) => job === identity.job)
  const equal = uploads.filter(([mark]) => mark.content === content)
  for (const upload of equal.filter(isOurs)) {
    const last = upload.filter(({ turn, job }) => turn === count && job === identity.job)
    const states = await Promise.all(last.map((mark) => readMark(mark, agent)))
    if (states.includes(undefined)) return { problem: unreadable }
    if (!states.some((value) => value?.state === 'done')) return { origin: upload[0].origin }
  }
  if (identity.isRetry) {
    const others = uploads.filter((upload) => !isOurs(upload))
    const known = await Promise.all(others.map((upload) => readFirst(upload, agent)))
    const earlier = known.filter(
      ({ values }) => !values.some((value) => areSiblings(value.variables, identity.variables)),
    )
    if (known.some(({ isRead }) => !isRead)) return { problem: unreadable }
    const same = earlier.filter(({ upload: [mark] }) => mark.content === content)
    const [found] = same.toSorted((one, other) => progressOf(other) - progressOf(one))
    if (found) return { origin: found.upload[0].origin }
    if (!replace) {
      const problem = await anotherIsThere(earlier, agent)
      if (problem !== undefined) return { problem }
    }
  }
  return { origin: `${identity.job}.${nextNumber(equal, identity.job)}` }
}

/** By content and origin, without those that were replaced. */
function uploadsOf(marks: readonly Mark[]): readonly Upload[] {
  const groups = new Map<string, [Mark, ...Mark[]]>()
  for (const mark of marks) {
    const name = `${mark.content}:${mark.origin}`
    const group = groups.get(name)
    if (group) group.push(mark)
    else groups.set(name, [mark])
  }
  return [...groups.values()].filter((upload) => !upload.some(({ turn }) => turn === 0))
}

interface ReadUpload {
  readonly upload: Upload
  /** What the marks of the part that is sent first say. */
  readonly values: readonly MarkValue[]
  readonly isRead: boolean
}

async function readFirst(upload: Upload, agent: Agent): Promise<ReadUpload> {
  const values = await Promise.all(upload.filter(({ turn }) => turn === 1).map((mark) => readMark(mark, agent)))
  const read = values.filter((value) => value !== undefined)
  return { upload, values: read, isRead: read.length === values.length }
}

/** How far an upload has come. A mark that arrives late, after its job had given up, is of one that has not begun. */
function progressOf({ upload, values }: ReadUpload): number {
  return Math.max(...upload.map(({ turn }) => turn)) + (isDone(values) ? 0.5 : 0)
}

function isDone(values: readonly MarkValue[]): boolean {
  return values.some(({ state }) => state === 'done')
}

/** What was refused, or is not in the build, holds up nothing. */
async function anotherIsThere(others: readonly ReadUpload[], agent: Agent): Promise<string | undefined> {
  for (const { values } of others) {
    if (isDone(values)) return changed
    for (const { key } of values.filter(({ state }) => state === 'started')) {
      const isThere = key === '' ? undefined : await agent.hasStep(key)
      if (isThere === undefined)
        return 'whether an earlier attempt of this job has uploaded another pipeline is not known'
      if (isThere) return changed
    }
  }
  return undefined
}

/** Replaced ones count too: their names are used up. */
function nextNumber(equal: readonly Upload[], job: string): number {
  const numbers = equal.flatMap(([{ origin }]) => {
    const [by, number] = origin.split('.')
    return by === job ? [Number(number)] : []
  })
  return Math.max(0, ...numbers) + 1
}
