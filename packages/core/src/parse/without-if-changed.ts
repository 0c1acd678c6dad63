import { attributeNames } from '@kitewright/schema'
import { isJsonObject } from '../agent/json.ts'
import type { Json, JsonObject } from '../agent/json.ts'
import type { AgentStep, AgentStepKind } from '../agent/agent-step.ts'

/** A canonical form without `if_changed`, which `pipeline upload` takes out before it prints or uploads (`docs/spec/upload.md` §5). */
export const withoutIfChanged = (canonical: JsonObject, steps: readonly AgentStep[]): JsonObject =>
  Object.freeze({ ...canonical, steps: steps.map(stripStep) })

const stripStep = (step: AgentStep): Json => {
  if (!isJsonObject(step.json) || !takesIfChanged(step.kind)) return step.json
  const json = Object.fromEntries(Object.entries(step.json).filter(([key]) => key !== 'if_changed'))
  return Object.freeze(step.steps === undefined ? json : { ...json, steps: step.steps.map(stripStep) })
}

/** In other steps it is an attribute that neither the agent nor Buildkite knows. */
const takesIfChanged = (kind: AgentStepKind): boolean =>
  kind !== 'unknown' && attributeNames[kind].includes('if_changed')
