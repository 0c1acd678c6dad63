import type { Output } from '../../world/world.ts'
import type { Agent } from './agent.ts'
import { chooseUpload, unreadable } from './choose-upload.ts'
import { hashOf } from './hash-of.ts'
import { isOfSameUpload, type Mark, marksIn } from './marks.ts'
import { type Doubt, type Outcome, type Turn, uploadPart } from './upload-part.ts'
import type { UploadIdentity } from './upload-identity.ts'
import type { GeneratedPart } from './write-parts.ts'

/** What the parts are sent with. */
export interface PartsRequest {
  /** In the order of their steps. */
  readonly parts: readonly GeneratedPart[]
  readonly replace: boolean
  readonly identity: UploadIdentity
}

/**
 * Uploads parts, the last first: steps land directly behind the uploading one, so that their order is the authored one.
 * Which upload of the build this is, and what an earlier attempt has done of it, is in the build's meta-data
 * (`chooseUpload`, `Mark`), so that a retried job neither repeats nor omits a part.
 *
 * @returns Why it failed, and what is in the build then. Returns undefined if all parts are there.
 */
export async function uploadParts(request: PartsRequest, agent: Agent, stderr: Output): Promise<string | undefined> {
  const { parts, identity, replace } = request
  const names = await agent.metaDataKeys()
  if (names === undefined) return `${unreadable}; ${whatIsThere(parts.length, 0, 'earlier')}`
  const marks = marksIn(names)
  const content = hashOf(parts.map(({ json }) => hashOf(json)).join(' '))
  const wanted = { identity, content, count: parts.length, replace }
  const { origin, problem } = await chooseUpload(wanted, marks, agent)
  if (problem === unreadable) return `${problem}; ${whatIsThere(parts.length, 0, 'earlier')}`
  if (problem !== undefined) return `${problem}; this attempt has uploaded nothing`
  for (let turn = 1; turn <= parts.length; turn++) {
    const mark = { ...identity, content, origin, turn }
    const outcome = await uploadPart(await turnOf(request, mark, marks), agent)
    if (typeof outcome === 'object') return `${outcome.problem}; ${whatIsThere(parts.length, turn - 1, outcome.doubt)}`
    if (parts.length > 1 || outcome === 'there')
      stderr.write(`kitewright upload: ${said(parts.length, turn, outcome)}\n`)
  }
  return undefined
}

/** A part whose author gave it no key is given one: the build can then be asked, and refuses it the second time. */
async function turnOf({ parts, replace, identity }: PartsRequest, mark: Mark, marks: readonly Mark[]): Promise<Turn> {
  const { place, content, origin, turn } = mark
  const { json, key, withKey } = parts[parts.length - turn] as GeneratedPart
  const own = `kitewright-part-${hashOf([place, content, origin, turn].join(' '), 12)}`
  return {
    text: key === undefined ? await withKey(own) : json,
    key: key ?? own,
    isOwnKey: key === undefined,
    replace: replace && turn === 1,
    mark,
    variables: identity.variables,
    earlier: marks.filter((other) => isOfSameUpload(mark, other) && other.turn === turn),
    replaced: replace && turn === 1 ? replacedBy(mark, marks) : [],
  }
}

/** The other uploads of the same caller, each by a mark of its own. */
function replacedBy(mark: Mark, marks: readonly Mark[]): readonly Mark[] {
  const others = marks.filter((other) => other.place === mark.place && !isOfSameUpload(mark, other))
  const uploads = new Map(others.map(({ content, origin }) => [`${content}:${origin}`, { content, origin }]))
  return [...uploads.values()].map((upload) => ({ ...mark, ...upload, turn: 0 }))
}

function said(count: number, turn: number, outcome: Exclude<Outcome, object>): string {
  const name = count === 1 ? 'the pipeline' : `part ${count - turn + 1} of ${count}`
  return outcome === 'there' ? `${name} is in the build already` : `${name} is uploaded`
}

/** What the build holds after a failure: the parts that had their turn, which are the last ones, and perhaps the next. */
function whatIsThere(count: number, there: number, doubt: Doubt | undefined): string {
  if (doubt === 'there') return `${partsFrom(count, there + 1)} in the build: retry this job, which notes it`
  const isKnown = there === 0 ? 'nothing was uploaded' : `${partsFrom(count, there)} in the build`
  if (doubt === undefined) return there === 0 ? isKnown : `${isKnown}: retry this job to upload the rest`
  const next = count === 1 ? 'the upload' : `part ${count - there} of ${count}`
  const open =
    doubt === 'this'
      ? `whether ${next} arrived is not known`
      : `this attempt has not uploaded ${count === 1 ? 'the pipeline' : next}, whether an earlier one has is not known`
  return `${there === 0 ? '' : `${isKnown}, `}${open}: retry this job, which asks the build first`
}

function partsFrom(count: number, there: number): string {
  if (count === 1) return 'the pipeline is'
  return there === 1 ? `part ${count} of ${count} is` : `parts ${count - there + 1} to ${count} of ${count} are`
}
