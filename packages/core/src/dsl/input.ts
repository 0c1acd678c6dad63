import type { InputOptions, InputStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A step that asks a person for input without holding the steps around it (pipeline.md §8).
 *
 * @returns A frozen plain object.
 * @example
 * const version = input({ input: 'Which version?', fields: [{ text: 'Version', key: 'version' }] })
 */
export function input(options: InputOptions): InputStep {
  return makeStep('input', options, input)
}
