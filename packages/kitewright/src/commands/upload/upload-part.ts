import type { Agent } from './agent.ts'
import { unreadable } from './choose-upload.ts'
import { isOfSameUpload, type Mark, marksIn, type MarkValue, readMark, writeMark } from './marks.ts'
import { readFate } from './read-fate.ts'

/** One part when its turn has come. */
export interface Turn {
  readonly text: string
  /** A key that the part has, by which the build can be asked; '' if it has none. */
  readonly key: string
  /** Whether only this upload can have that key. */
  readonly isOwnKey: boolean
  readonly replace: boolean
  /** What this run notes. */
  readonly mark: Mark
  readonly variables: string
  /** What was noted of this part before. */
  readonly earlier: readonly Mark[]
  /** What is to be noted of the uploads that this one replaces. */
  readonly replaced: readonly Mark[]
}

/** Which attempt may have uploaded a part, though nobody knows whether it arrived; `there` if it has, and only that could not be noted. */
export type Doubt = 'this' | 'earlier' | 'there'

/** What became of a part. */
export type Outcome = 'uploaded' | 'there' | { readonly problem: string; readonly doubt?: Doubt | undefined }

/**
 * Uploads a part unless the build has it. What is sent is noted before and after. Where an earlier attempt or the agent
 * leaves open whether it arrived, the build is asked for the part's key: a key is used once in a build, so that what was
 * sent twice is there once.
 */
export async function uploadPart(turn: Turn, agent: Agent): Promise<Outcome> {
  const noted = await Promise.all(turn.earlier.map((mark) => readMark(mark, agent)))
  const values = noted.filter((value) => value !== undefined)
  if (values.length < noted.length) return { problem: unreadable, doubt: 'earlier' }
  if (values.some(({ state }) => state === 'done')) return finish({ ...turn, replaced: [] }, 'there', agent)
  const sent = values.filter(({ state }) => state === 'started')
  const earlier = sent.length > 0 ? 'earlier' : undefined
  const proof = await proofOf(turn, sent, agent)
  if (proof === undefined) {
    return { problem: 'the build could not be asked which steps it has', doubt: 'earlier' }
  }
  if (proof.isThere) return finish(turn, 'there', agent)
  if (!(await note(turn, { state: 'started', key: proof.key }, agent))) {
    return { problem: "the build's meta-data could not be written", doubt: earlier }
  }
  return send(turn, proof.key, earlier, agent)
}

/**
 * Whether the part is there, and by which key that can be told later: a key of the author's that the build had before
 * anything was sent tells nothing.
 */
async function proofOf(
  { key, isOwnKey, mark }: Turn,
  sent: readonly MarkValue[],
  agent: Agent,
): Promise<{ readonly isThere: boolean; readonly key: string } | undefined> {
  const isNew = sent.length === 0
  if (key === '' || (isNew && isOwnKey)) return { isThere: false, key }
  if (!isNew && sent.every((value) => value.key === '')) return { isThere: false, key: '' }
  const isThere = await agent.hasStep(key)
  if (isThere === undefined || !isNew || !isThere) return isThere === undefined ? undefined : { isThere, key }
  const isSentNow = await isSentByAnother(mark, agent)
  return isSentNow === undefined ? undefined : { isThere: isSentNow, key: '' }
}

/** Whether another run has begun with the same part since this one has looked. */
async function isSentByAnother(mark: Mark, agent: Agent): Promise<boolean | undefined> {
  const names = await agent.metaDataKeys()
  if (names === undefined) return undefined
  const others = marksIn(names).filter((other) => isOfSameUpload(mark, other) && other.turn === mark.turn)
  const values = await Promise.all(others.map((other) => readMark(other, agent)))
  if (values.includes(undefined)) return undefined
  return values.some((value) => value?.state === 'done' || (value?.state === 'started' && value.key !== ''))
}

async function send(turn: Turn, key: string, earlier: Doubt | undefined, agent: Agent): Promise<Outcome> {
  const { state, said, isEnded } = readFate(await agent.upload(turn.text, { replace: turn.replace }))
  if (state === 'uploaded') return finish(turn, 'uploaded', agent)
  if (isEnded) return { problem: said, doubt: 'this' }
  // Also after a refusal: the key may be taken by this upload itself, which an earlier attempt or another run has sent.
  const isThere = key === '' ? false : await agent.hasStep(key)
  if (isThere === true) return finish(turn, 'there', agent)
  const isRefused = state === 'refused' && isThere === false
  if (isRefused) await note(turn, { state: 'refused', key }, agent)
  return { problem: said, doubt: isRefused ? earlier : 'this' }
}

/** First of what it replaced, which a retry must not take for its own, since it is no longer there. */
async function finish(turn: Turn, outcome: 'uploaded' | 'there', agent: Agent): Promise<Outcome> {
  for (const mark of turn.replaced) {
    const isNoted = await note({ ...turn, mark }, { state: 'replaced', key: '' }, agent)
    if (!isNoted) return { problem: 'what was replaced could not be noted', doubt: 'there' }
  }
  await note(turn, { state: 'done', key: '' }, agent)
  return outcome
}

function note({ mark, variables }: Turn, value: Pick<MarkValue, 'state' | 'key'>, agent: Agent): Promise<boolean> {
  return writeMark(mark, { ...value, variables }, agent)
}
