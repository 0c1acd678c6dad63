import { fieldOrder } from '@kitewright/schema'
import { stepShapes } from '../agent/shapes.ts'
import type { WireMap, WirePipeline, WireValue } from '../emit/wire-pipeline.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import { agentText, authorValue } from './author-value.ts'
import { type PlannedStep, planSteps } from './planned-step.ts'

/**
 * What is sent of a pipeline that is YAML already: all that the agent reads in it, each text with the meaning that `$`
 * has in YAML, known attributes in the schema's order. Written and read again, it gives the same canonical form.
 */
export function wireParsed(pipeline: ParsedPipeline): WirePipeline {
  const steps = planSteps(pipeline)
  const nested = new Set(steps.flatMap(({ children }) => children))
  const own = authorValue({ ...pipeline.canonical, steps: [] }, 'pipeline', [], agentText) as WireMap
  return inOrder({ ...own, steps: steps.filter((step) => !nested.has(step)).map(wireStep) }, 'pipeline')
}

function wireStep({ step: { json, kind }, constructor, children }: PlannedStep): WireValue {
  const value = authorValue(json, kind, [], agentText) as WireValue
  if (typeof json === 'string' || kind === 'unknown') return value
  const map = kind === 'group' ? { ...(value as WireMap), steps: children.map(wireStep) } : (value as WireMap)
  return inOrder({ ...emptyFields(map, stepShapes[kind]), ...map }, constructor)
}

/** The agent leaves out an empty `label`, and keeps the `name` beside it, which it would take for the label next time. */
function emptyFields(map: WireMap, { first, fields }: (typeof stepShapes)[keyof typeof stepShapes]): WireMap {
  const isLeftOut = ([name = '', ...aliases]: readonly string[]): boolean =>
    !Object.hasOwn(map, name) && aliases.some((alias) => Object.hasOwn(map, alias))
  return Object.fromEntries(
    fields.flatMap((field) => (field !== first && isLeftOut(field.names) ? [[field.names[0] ?? '', '']] : [])),
  )
}

function inOrder(map: WireMap, kind: PlannedStep['constructor'] | 'pipeline'): WireMap {
  const order = fieldOrder[kind]
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => rank(a) - rank(b)))
}
