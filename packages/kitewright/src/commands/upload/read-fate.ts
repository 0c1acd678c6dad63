import { shorten } from '../../text/shorten.ts'
import type { ProcessResult } from '../../world/world.ts'

/**
 * What became of an upload, as far as the agent's own words tell. `unknown` is everything that does not say that the
 * server, or the agent before it sent anything, refused it: time-outs, 5xx, signals, words of another version.
 */
export interface Fate {
  readonly state: 'uploaded' | 'refused' | 'unknown'
  /** What happened, for people; '' where it was uploaded. */
  readonly said: string
  /** Whether a signal ended the agent: the job is being ended, and there is no time to ask the build. */
  readonly isEnded: boolean
}

/** Only these words mean that nothing of the upload is in the build (docs/spec/upload.md §8). */
const refusals = [
  // 408 and 429 do not tell whether a proxy had passed it on.
  /Couldn't upload: failed to upload and accept pipeline: POST \S+: 4(?!08|29)\d\d /,
  /Couldn't upload: failed to upload and process pipeline: pipeline upload (?:rejected|failed)(?:: |$)/,
  // Before anything is sent.
  /fatal: pipeline (?:parsing|interpolation) of /,
  /fatal: pipeline "[^"]*" contains values interpolated from the following secret/,
  /^Missing agent-access-token\b/,
]

/** The agent has sent it before, and that answer was none: the upload may have been taken, and the last answer be to its repetition. */
const sentAgain = /\(Attempt \d+\/\d+/
/** Attempts that were no sending, or were answered that nothing was taken. */
const sentOnce = /pipeline upload not yet applied|: 429 |\bGET http/

/** Longer reasons are cut: they go into one line. */
const longest = 300

/** Reads how the agent ended. */
export function readFate({ status, signal, stderr }: ProcessResult): Fate {
  if (status === undefined) return { state: 'refused', said: 'buildkite-agent could not be started', isEnded: false }
  if (signal !== undefined) return { state: 'unknown', said: `buildkite-agent was ended by ${signal}`, isEnded: true }
  if (status === 0) return { state: 'uploaded', said: '', isEnded: false }
  const lines = plainLines(stderr)
  const isRefused =
    lines.some((line) => refusals.some((words) => words.test(line))) &&
    !lines.some((line) => sentAgain.test(line) && !sentOnce.test(line))
  return {
    state: isRefused ? 'refused' : 'unknown',
    said: `buildkite-agent ${isRefused ? 'refused the pipeline' : 'failed'}: ${reason(status, lines)}`,
    isEnded: false,
  }
}

/** Lines without colours. */
function plainLines(text: string): readonly string[] {
  return text
    .replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function reason(status: number, lines: readonly string[]): string {
  const words = lines.flatMap((line) => /(?:Couldn't upload|fatal): (.*)/.exec(line)?.[1] ?? []).at(-1)
  if (words === undefined) return `exit status ${status}`
  const short = shorten(words, longest)
  return /contains values interpolated/.test(words) ? `${short} (--allow-secrets lifts this check)` : short
}
