import { fitting } from '../generated/fits.ts'
import type { StepKind } from '../generated/step-kind.ts'
import type { PlainMap } from '../plain-map.ts'

/**
 * Whether a step or pipeline, as an author writes it, is beyond doubt of its kind. Most are, and this answer costs little;
 * where it is no, `validateStep` or `validatePipeline` says what is wrong, if anything.
 *
 * @example fits('command', { command: 'make', timeout_in_minutes: 5 }) // true
 */
export function fits(kind: StepKind | 'pipeline', attributes: PlainMap): boolean {
  return fitting[kind](attributes)
}
