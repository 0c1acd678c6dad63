import type { BlockOptions, BlockStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A step that holds the build until a person continues it (pipeline.md §8).
 *
 * @returns A frozen plain object.
 * @example
 * const release = block({ block: 'Deploy to production', depends_on: deployTest })
 */
export function block(options: BlockOptions): BlockStep {
  return makeStep('block', options, block)
}
