import { isInterpolated, type PlainMap } from '@kitewright/schema'
import { fits } from '@kitewright/schema/fits'
import { goText } from '../agent/go-text.ts'
import { jobsPerUpload } from '../attributes/limits.ts'
import { artifactDownload } from '../attributes/artifact-download.ts'
import { isUnreadableName } from '../attributes/env.ts'
import { asListOfAny, asMap } from '../attributes/read-value.ts'
import { isSecretName, mayHoldCredential } from '../attributes/secrets.ts'
import { isWordForOff } from '../attributes/word-for-off.ts'
import { hasLoneSurrogate } from '../emit/lone-surrogate.ts'
import type { Graph, Node } from '../model/graph.ts'
import type { Draft } from './check.ts'
import type { CheckOptions } from './check-options.ts'

/**
 * Whether `check` certainly has nothing to say about a pipeline, and the agent certainly reads it as it was written. This
 * glance runs at the head of every build: for the pipelines that it settles, most of them, the checks are not even loaded.
 * In doubt, false.
 */
export function isSettled({ graph, wire, problems }: Draft, { also = [] }: CheckOptions = {}): boolean {
  const { nodes, gates } = graph
  if (problems.length > 0 || also.length > 0 || Object.keys(gates).length > 0) return false
  if (nodes.length === 0 || nodes.length > jobsPerUpload) return false
  return nodes.every(isPlainNode) && isPlainOwner('pipeline', graph) && isPlain(wire)
}

/**
 * Kinds of steps and attributes that no rule is about, as long as their texts are plain: waits and blocks make an order,
 * and there are rules about that. A test holds what rules read against this list.
 */
export const withoutRules: ReadonlySet<string> = new Set([
  'label',
  'command',
  'env',
  'agents',
  'image',
  'priority',
  'checkout',
  'artifact_paths',
  'timeout_in_minutes',
  'skip',
  'retry',
  'allow_dependency_failure',
  'cancel_on_build_failing',
  'signature',
  'input',
  'prompt',
  'submit',
  'blocked_state',
  'allowed_teams',
  'trigger',
  'build',
  'async',
  'group',
])

/** Rules are also about several dependencies of one step, and about those on steps of other uploads. */
function isPlainNode({ kind, attributes, allow, edges }: Node): boolean {
  const waitsForOne = edges === undefined || (edges.length < 2 && edges[0]?.external === undefined)
  return (
    waitsForOne &&
    withoutRules.has(kind) &&
    isPlainOwner(kind, { attributes, allow }) &&
    isPlainRetry(attributes['retry']) &&
    (kind === 'trigger' ? isPlainTrigger(attributes) : isPlainCommand(attributes))
  )
}

/** Rules are about blank commands, commas between paths of artifacts, and reasons to skip that say no. */
function isPlainCommand({ command, artifact_paths, skip }: PlainMap): boolean {
  if (isWordForOff(skip)) return false
  const lines = asListOfAny(command)
  const isWritten = lines.length === 0 || lines.some((line) => typeof line === 'string' && line.trim() !== '')
  return isWritten && asListOfAny(artifact_paths).every((paths) => typeof paths !== 'string' || !paths.includes(','))
}

/** Rules are about names that no pipeline has. */
function isPlainTrigger({ trigger, build, skip }: PlainMap): boolean {
  if (isWordForOff(skip)) return false
  return typeof trigger === 'string' && /^[a-z0-9-]+$/.test(trigger) && hasReadableNames(asMap(build)['env'])
}

/** Rules are about names that no shell can read. */
function hasReadableNames(env: unknown): boolean {
  return !Object.keys(asMap(env)).some(isUnreadableName)
}

/** Permissions are held against what is found. What stands in `raw` has to fit as well: then nothing is let through. */
function isPlainOwner(
  kind: Node['kind'] | 'pipeline',
  { attributes, allow }: Pick<Graph, 'attributes' | 'allow'>,
): boolean {
  const names = Object.keys(attributes)
  return (
    Object.keys(allow).length === 0 &&
    names.every((name) => withoutRules.has(name)) &&
    hasReadableNames(attributes['env']) &&
    fits(kind, attributes)
  )
}

/** Rules are about several rules of retry, of which one hides another, about their reasons, and about manual retries. */
function isPlainRetry(retry: unknown): boolean {
  const { automatic, manual } = asMap(retry)
  const [rule, second] = asListOfAny(automatic)
  return manual === undefined && second === undefined && !('signal_reason' in asMap(rule))
}

/** What is deeper may have no end, and what is named at greater length may be over a limit, which counts escapes. */
const usualDepth = 100
const usualLength = 150

/** Every name and every text of a value. */
interface Words {
  readonly names: Set<string>
  readonly texts: string[]
}

/** Whether a value is data that arrives as it is, and whose words no rule is about. */
function isPlain(value: object): boolean {
  const words: Words = { names: new Set(), texts: [] }
  return isData(value, words, 0) && Array.from(words.names).every(isPlainName) && isPlainText(words.texts.join('\n'))
}

/**
 * Whether a value is what JSON has: no expression, no number that loses digits. Gathers its words, since looking at all
 * texts at once costs less than looking at each. For the same reason its loops make no list of names or values, and it is
 * one function: of two that call each other in turn, Node 20 makes optimised code of many megabytes.
 */
function isData(value: object, words: Words, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  const isList = prototype === Array.prototype
  if (depth > usualDepth || (!isList && (prototype !== Object.prototype || isInterpolated(value)))) return false
  if (isList) {
    const items = value as readonly unknown[]
    for (let index = 0; index < items.length; index++) {
      const item = items[index]
      if (typeof item === 'string') words.texts.push(item)
      else if (typeof item === 'object' && item !== null ? !isData(item, words, depth + 1) : !isExact(item))
        return false
    }
    return true
  }
  for (const name in value) {
    words.names.add(name)
    const item = (value as PlainMap)[name]
    if (typeof item === 'string') words.texts.push(item)
    else if (typeof item === 'object' && item !== null ? !isData(item, words, depth + 1) : !isExact(item)) return false
  }
  return true
}

function isExact(value: unknown): boolean {
  if (typeof value !== 'number') return typeof value === 'boolean' || value === null
  if (Number.isInteger(value)) return Number.isSafeInteger(value)
  return Number.isFinite(value) && goText(value) === String(value)
}

function isPlainName(name: string): boolean {
  return name !== '' && name.length <= usualLength && isPlainText(name) && !isSecretName(name)
}

/**
 * Whether nobody takes a text for anything but itself: no `$`, no `{{` of a matrix, no half of a surrogate pair, no NUL,
 * with which names begin that the agent fills in, no credential, no download of another step's artifacts, and no meta-data
 * that may be run. Of several texts, one to a line, it says the same.
 */
function isPlainText(text: string): boolean {
  return (
    !/[$\0]|\{\{/.test(text) &&
    !text.includes(artifactDownload) &&
    !text.includes('meta-data get') &&
    !hasLoneSurrogate(text) &&
    !mayHoldCredential(text)
  )
}
