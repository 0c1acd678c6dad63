import {
  type ConditionEntry,
  type ConditionNode,
  type ConditionValue,
  evaluateCondition as evaluate,
  parseCondition as parse,
} from '@kitewright/core/condition'

export type { ConditionEntry, ConditionNode, ConditionValue } from '@kitewright/core/condition'

/** Why Buildkite would not take a condition, or would give up on it. */
export interface ConditionFailure {
  readonly ok: false
  /** When it would notice: reading the text, checking its types, running it, or looking at what it yields. */
  readonly kind: 'parse' | 'validation' | 'evaluation' | 'result'
  readonly message: string
  /** The offset in the text; 0 where it is the whole. */
  readonly position: number
}

/** The build as a condition sees it. */
export interface ConditionQuestion {
  /** Where the condition stands; that of a step's `if` unless told. */
  readonly entry?: ConditionEntry | undefined
  /** Variables by their names, as in `'build.branch'`; one that is left out is null. */
  readonly variables?: Readonly<Record<string, ConditionValue | undefined>> | undefined
  /** The environment of the build. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** The environment of the pipeline's settings, which that of the build overrides. */
  readonly projectEnv?: Readonly<Record<string, string>> | undefined
}

/**
 * The tree of a condition, or where its text breaks the language. Names and types are not looked at.
 *
 * @see https://buildkite.com/docs/pipelines/configure/conditionals
 * @example parseCondition('build.branch == "main"')
 */
export function parseCondition(text: string): { readonly ok: true; readonly node: ConditionNode } | ConditionFailure {
  const parsed = parse(text)
  if ('node' in parsed) return { ok: true, node: parsed.node }
  const { message, start } = parsed.problem
  return { ok: false, kind: 'parse', message, position: start }
}

/**
 * Whether a condition holds for a build, as Buildkite finds it.
 *
 * @see https://buildkite.com/docs/pipelines/configure/conditionals
 * @example evaluateCondition('build.tag != null', { variables: { 'build.tag': 'v1' } }) // { ok: true, value: true }
 */
export function evaluateCondition(
  text: string,
  { entry = 'build_condition', variables = {}, env, projectEnv }: ConditionQuestion = {},
): { readonly ok: true; readonly value: boolean } | ConditionFailure {
  const result = evaluate(text, { entry, variables, env, pipelineEnv: projectEnv })
  if ('value' in result) return { ok: true, value: result.value }
  const { error, message, start = 0 } = result
  return { ok: false, kind: error, message, position: start }
}
