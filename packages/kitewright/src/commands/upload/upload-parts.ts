import type { Output, ProcessResult, World } from '../../world/world.ts'
import type { Agent } from './agent.ts'
import { hashOf } from './hash-of.ts'

/** One upload: what is sent, and how the build can be asked whether it arrived. */
export interface Part {
  readonly text: string
  readonly keys: readonly string[]
  /** Whether the agent is to fill in variables. */
  readonly interpolation: boolean
}

/** What the parts are sent with. */
export interface PartsRequest {
  /** In the order of their steps. */
  readonly parts: readonly Part[]
  readonly replace: boolean
  /** What names this upload among the others of the build. */
  readonly identity: string
  /** Whether an earlier attempt of this job may have sent some. */
  readonly isRetry: boolean
}

/**
 * Uploads parts, the last first: steps land directly behind the uploading one, so that their order is the authored one.
 * The build's meta-data holds the state of each part (`started` before it is sent, `done` after) with its hash and that
 * of the whole, so that a retried job neither repeats nor omits one. If an attempt ended between the two states, the
 * build is asked for the part's keys.
 *
 * @returns Why it failed, and what is in the build then. Returns undefined if all parts are there.
 */
export async function uploadParts(request: PartsRequest, agent: Agent, stderr: Output): Promise<string | undefined> {
  const { parts } = request
  const whole = hashOf(parts.map(({ text }) => hashOf(text)).join(' '))
  for (let turn = 1; turn <= parts.length; turn++) {
    const outcome = await uploadPart({ request, whole, turn, part: parts[parts.length - turn] as Part }, agent)
    if (outcome === 'uploaded' || outcome === 'there') {
      if (parts.length > 1 || outcome === 'there') stderr.write(`kitewright upload: ${said(request, turn, outcome)}\n`)
      continue
    }
    return `${outcome.problem}; ${whatIsThere(parts.length, turn - 1, outcome.maybe)}`
  }
  return undefined
}

type Outcome = 'uploaded' | 'there' | { readonly problem: string; readonly maybe: boolean }

/** One part when its turn has come; turns begin with 1. */
interface Turn {
  readonly request: PartsRequest
  /** The hash of all parts. */
  readonly whole: string
  readonly turn: number
  readonly part: Part
}

async function uploadPart({ request, whole, turn, part }: Turn, agent: Agent): Promise<Outcome> {
  const { parts, identity, isRetry } = request
  const isOnly = parts.length === 1
  const replace = request.replace && turn === 1
  // Counted in turns, so that the first one finds what any earlier attempt kept, however many parts that made.
  const key = `kitewright:upload:${identity}:${turn}`
  const hashes = `${hashOf(part.text)} ${whole}`
  const kept = isRetry || !isOnly ? await agent.metaData(key) : ''
  if (kept === undefined) return { problem: "the build's meta-data could not be read", maybe: false }
  const [state, ...keptHashes] = kept.split(' ')
  const isOurs = keptHashes.join(' ') === hashes
  // What was refused is not in the build. Only the first turn is compared: what later ones of another upload kept is stale.
  if (turn === 1 && !replace && !isOurs && (state === 'started' || state === 'done')) return changed
  if (isOurs && state === 'done') return 'there'
  if (isOurs && state === 'started' && (await arrived(part, agent))) return finish(agent, key, hashes)
  // A pipeline of one part is not announced: if it arrived unnoticed, its keys tell.
  if (!isOnly && !(await agent.setMetaData(key, `started ${hashes}`))) {
    return { problem: "the build's meta-data could not be written", maybe: false }
  }
  const result = await agent.upload(part.text, { replace, interpolation: part.interpolation })
  if (result.status === 0 && result.signal === undefined) {
    await agent.setMetaData(key, `done ${hashes}`)
    return 'uploaded'
  }
  if (isOnly && isRetry && state === '' && (await arrived(part, agent))) return finish(agent, key, hashes)
  if (result.signal === undefined) await agent.setMetaData(key, `refused ${hashes}`)
  return { problem: failure(result), maybe: result.signal !== undefined }
}

const changed: Outcome = {
  problem:
    'an earlier attempt of this job has uploaded another pipeline than this one makes now, or a part of it ' +
    '(--replace starts anew, and drops the steps that have not started)',
  maybe: false,
}

async function finish(agent: Agent, key: string, hashes: string): Promise<Outcome> {
  await agent.setMetaData(key, `done ${hashes}`)
  return 'there'
}

/** Uploads are all or nothing, and a key is used once in a build: if some of its keys are there, this part is. */
async function arrived({ keys }: Part, agent: Agent): Promise<boolean> {
  for (const key of keys.slice(0, 3)) if (!(await agent.hasStep(key))) return false
  return keys.length > 0
}

function said({ parts }: PartsRequest, turn: number, outcome: 'uploaded' | 'there'): string {
  const name = parts.length === 1 ? 'the pipeline' : `part ${parts.length - turn + 1} of ${parts.length}`
  return outcome === 'there' ? `${name} is in the build already, by an earlier attempt` : `${name} is uploaded`
}

function failure({ status, signal, stderr }: ProcessResult): string {
  if (status === undefined) return 'buildkite-agent could not be started'
  if (signal !== undefined) return `buildkite-agent was ended by ${signal}`
  return `buildkite-agent refused or failed (exit status ${status}${/secret/i.test(stderr) ? '; --allow-secrets lifts its check of secrets' : ''})`
}

/** What the build holds after a failure: the parts that had their turn, which are the last ones. */
function whatIsThere(count: number, there: number, maybe: boolean): string {
  const doubt = maybe ? 'whether the upload arrived is not known' : undefined
  if (there === 0) return doubt ?? 'nothing was uploaded'
  const parts = there === 1 ? `part ${count}` : `parts ${count - there + 1} to ${count}`
  return `${parts} of ${count} ${there === 1 ? 'is' : 'are'} in the build${doubt === undefined ? '' : `, ${doubt}`}: retry this job to upload the rest`
}

/** What names an upload among those of a build: its step, its place among parallel and matrix jobs, and its file. */
export function identityOf(env: World['env'], file: string | undefined): string {
  const names = ['STEP_ID', 'PARALLEL_JOB', 'LABEL', 'COMMAND']
  return hashOf([...names.map((name) => env[`BUILDKITE_${name}`] ?? ''), file ?? ''].join('\0'), 8)
}
