import type { StepKind } from '../generated/step-kind.ts'
import { inspect } from './inspect.ts'
import type { Place, Spelling } from './place.ts'
import type { Problem } from './problem.ts'

/** How to read what is validated. */
export interface ValidateOptions {
  /**
   * `author`: Buildkite's own names, `interpolated(…)` for what the agent fills in (the default).
   * `typed`: the same, less what only YAML may hold and the compiler refuses.
   * `wire`: what YAML may hold, other spellings such as `name` for `label` included.
   */
  readonly spelling?: Spelling | undefined
}

/**
 * The mistakes of one step, held against its kind alone: one problem for one mistake.
 * The steps of a group are not looked into, for each is validated with its own kind.
 *
 * @example validateStep('command', { command: 'make', timeout_in_minutes: '5' })
 * // [{ path: ['timeout_in_minutes'], kind: 'type', message: 'timeout_in_minutes is the text "5", expected a whole number', … }]
 */
export function validateStep(kind: StepKind, step: unknown, options?: ValidateOptions): readonly Problem[] {
  return validate(kind, step, options)
}

/** The mistakes of what a pipeline holds beside its steps, which are validated one by one. */
export function validatePipeline(pipeline: unknown, options?: ValidateOptions): readonly Problem[] {
  return validate('pipeline', pipeline, options)
}

function validate(
  kind: Place['kind'],
  value: unknown,
  { spelling = 'author' }: ValidateOptions = {},
): readonly Problem[] {
  return inspect({ ref: kind }, value ?? null, { kind, spelling })
}
