import type { AgentStep } from './agent-step.ts'
import { print, printFields } from './print.ts'
import type { ReadStep } from './read-steps.ts'
import { stepShapes } from './shapes.ts'
import { isMap, toJson } from './value.ts'

/** A step as the agent uploads it. */
export function printStep({ kind, value, path, steps }: ReadStep): AgentStep {
  if (kind === 'unknown' || !isMap(value)) return { kind, json: toJson(value), path }
  if (steps === undefined) return { kind, json: print(value, stepShapes[kind]), path }
  const children = steps.map(printStep)
  const json = { ...printFields(value, stepShapes[kind]), steps: children.map((child) => child.json) }
  return { kind, json, path, steps: children }
}
