import type { ConditionEntry } from './check-condition.ts'
import { environmentNames, labelsName } from './environment-names.ts'
import { blankIsNull } from './variables.ts'

export type ConditionValue = string | number | boolean | null | readonly (string | null)[]

/** The build as a condition sees it. */
export interface ConditionContext {
  readonly entry: ConditionEntry
  /** The variables by their flat names, as in `build.branch`; one that is left out is null. */
  readonly variables: Readonly<Record<string, ConditionValue | undefined>>
  /** The environment of the build. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** The environment of the pipeline's settings, which that of the build overrides. */
  readonly pipelineEnv?: Readonly<Record<string, string>> | undefined
  /** What no variable tells but `env("BUILDKITE_…")` does, by the name without BUILDKITE_, such as PIPELINE_NAME. */
  readonly facts?: Readonly<Record<string, string>> | undefined
}

/** The value of a variable; blank text is null for some (docs/spec/conditionals.md §7). */
export function readVariable(name: string, context: ConditionContext): ConditionValue {
  const value = context.variables[name] ?? null
  if (name === 'build.source_event') return readWebhook(value, 'BUILDKITE_GITHUB_EVENT', context)
  if (name === 'build.source_action') return readWebhook(value, 'BUILDKITE_GITHUB_ACTION', context)
  // Known only of the event that put the label on.
  if (name === 'build.pull_request.label' && context.variables['build.source'] !== 'webhook') return null
  return typeof value === 'string' && blankIsNull.has(name) && value.trim() === '' ? null : value
}

function readWebhook(value: ConditionValue, name: string, context: ConditionContext): ConditionValue {
  if (context.variables['build.source'] !== 'webhook') return null
  return value ?? context.env?.[name] ?? null
}

/** The value of an environment variable; Buildkite's own cannot be overridden (docs/spec/conditionals.md §8). */
export function readEnvironment(name: string, context: ConditionContext): string | undefined {
  if (name.startsWith('BUILDKITE_') && !name.startsWith('BUILDKITE_GITHUB_')) return readBuiltIn(name, context)
  if (name.startsWith('BUILDKITE_') && !environmentNames.has(name)) return undefined
  for (const env of [context.env, context.pipelineEnv]) if (env && Object.hasOwn(env, name)) return env[name]
  return undefined
}

/** The variable that tells an environment variable; a `?` marks those that are empty where the variable is null. */
const sources: Readonly<Record<string, string>> = {
  BRANCH: 'build.branch',
  COMMIT: 'build.commit',
  REPO: 'pipeline.repository',
  PIPELINE_ID: 'pipeline.id',
  PIPELINE_SLUG: 'pipeline.slug',
  ORGANIZATION_SLUG: 'organization.slug',
  TAG: 'build.tag?',
  MESSAGE: 'build.message?',
  PULL_REQUEST_BASE_BRANCH: 'build.pull_request.base_branch?',
  PULL_REQUEST_REPO: 'build.pull_request.repository?',
  PULL_REQUEST_LABELS: 'build.pull_request.labels?',
  MERGE_QUEUE_BASE_BRANCH: 'build.merge_queue.base_branch?',
  MERGE_QUEUE_BASE_COMMIT: 'build.merge_queue.base_commit?',
}

const emptyFacts = /^(?:TRIGGERED_FROM|REBUILT_FROM|GIT_DIFF_BASE|PULL_REQUEST_USING_MERGE_REFSPEC)/

function readBuiltIn(name: string, context: ConditionContext): string | undefined {
  if (!environmentNames.has(name) && name !== labelsName) return undefined
  const key = name.slice('BUILDKITE_'.length)
  if (key === 'PULL_REQUEST') return String(readVariable('build.pull_request.id', context) ?? 'false')
  const fact = context.facts?.[key]
  if (fact !== undefined) return fact
  const source = sources[key]
  if (source === undefined) return emptyFacts.test(key) ? '' : undefined
  const value = readVariable(source.replace('?', ''), context)
  if (value === null) return source.endsWith('?') ? '' : undefined
  return Array.isArray(value) ? value.join(',') : String(value)
}
