import { isJsonObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'
import type { AgentStep } from './decode-steps.ts'

/**
 * A canonical form without the `if_changed` of command, trigger and group steps, which `pipeline upload` applies and
 * takes out before it prints or uploads.
 *
 * @see https://buildkite.com/docs/pipelines/configure/dynamic-pipelines/if-changed
 */
export const withoutIfChanged = (canonical: JsonObject, steps: readonly AgentStep[]): JsonObject =>
  Object.freeze({ ...canonical, steps: steps.map(stripStep) })

const stripStep = (step: AgentStep): Json => {
  if (!isJsonObject(step.json) || !['command', 'trigger', 'group'].includes(step.kind)) return step.json
  const json = Object.fromEntries(Object.entries(step.json).filter(([key]) => key !== 'if_changed'))
  return Object.freeze(step.steps === undefined ? json : { ...json, steps: step.steps.map(stripStep) })
}
