import type { CommandOptions, CommandStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A step that runs commands on an agent.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/command-step
 * @param options Buildkite's own attributes. Text is literal: `$HOME` reaches the agent's shell as written.
 * @returns A frozen plain object. Nothing is checked here: `kitewright check` reports everything at once.
 * @example
 * const unit = command({ label: ':test_tube: Unit', command: 'scripts/test.sh unit', timeout_in_minutes: 5 })
 */
export function command(options: CommandOptions): CommandStep {
  return makeStep('command', options, command)
}
