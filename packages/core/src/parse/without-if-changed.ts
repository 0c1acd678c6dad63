import { attributeNames } from '@kitewright/schema'
import { isJsonObject } from '../agent/json.ts'
import type { Json, JsonObject } from '../agent/json.ts'
import type { AgentStep, AgentStepKind } from '../agent/agent-step.ts'

/** A canonical form as it is uploaded: without `if_changed`, which the agent applies itself (docs/spec/upload.md §5). */
export const withoutIfChanged = (canonical: JsonObject, steps: readonly AgentStep[]): JsonObject =>
  Object.freeze({ ...canonical, steps: steps.map(stripStep) })

const stripStep = (step: AgentStep): Json => {
  if (!isJsonObject(step.json) || !takesIfChanged(step.kind)) return step.json
  const json = Object.fromEntries(Object.entries(step.json).filter(([key]) => key !== 'if_changed'))
  return Object.freeze(step.steps === undefined ? json : { ...json, steps: step.steps.map(stripStep) })
}

/** Where Buildkite does not know the attribute, the agent passes it on. */
const takesIfChanged = (kind: AgentStepKind): boolean =>
  kind !== 'unknown' && attributeNames[kind].includes('if_changed')
