import type { Answers } from '../model/answer.ts'
import type { InputOptionsOf, InputStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'
import { withAnswers } from './with-answers.ts'

/**
 * A step that asks a person for input and holds only the steps that depend on it.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/input-step
 * @returns A frozen plain object; `fields` also gives each field by its key, with the command that reads the answer.
 * @example
 * const notes = input({ input: 'Release notes', fields: [{ text: 'Summary', key: 'summary' }] })
 * const post = command({ command: `post-notes "$(${notes.fields.summary.command})"`, depends_on: notes })
 */
export function input<const Key extends string = never>(options: InputOptionsOf<Key>): InputStep & Answers<Key> {
  return makeStep('input', options, input, withAnswers)
}
