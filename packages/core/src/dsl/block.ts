import type { Answers } from '../model/answer.ts'
import type { BlockOptionsOf, BlockStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'
import { withAnswers } from './with-answers.ts'

/**
 * A step that holds the build until a person continues it.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/block-step
 * @returns A frozen plain object; `fields` also gives each field by its key, with the command that reads the answer.
 * @example
 * const release = block({ block: 'Deploy to production', fields: [{ text: 'Reason', key: 'reason' }] })
 * const note = command({ command: `post-note "$(${release.fields.reason.command})"`, depends_on: release })
 */
export function block<const Key extends string = never>(options: BlockOptionsOf<Key>): BlockStep & Answers<Key> {
  return makeStep('block', options, block, withAnswers)
}
