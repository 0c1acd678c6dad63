import type { GroupOptions, GroupStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A named group of steps, collapsed on the build page; depended on as a whole.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/group-step
 * @returns A frozen plain object.
 * @example
 * const tests = group({ group: 'Tests', steps: [unit, integration] })
 */
export function group(options: GroupOptions): GroupStep {
  return makeStep('group', options, group)
}
