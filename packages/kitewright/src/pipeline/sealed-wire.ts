import type { WirePipeline } from '@kitewright/core'
import { interpolatedText, isInterpolated } from '@kitewright/schema'

/** Stands in JSON for the symbol of a text that the agent fills in. */
const mark = '\u0000interpolated'

/** A pipeline as JSON, whole: as the agent is given it, a text of `interpolated(…)` could not be told from another. */
export function writeWire(wire: WirePipeline): string {
  return JSON.stringify(marked(wire))
}

function marked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isInterpolated(value)) return { [mark]: value[interpolatedText] }
  if (Array.isArray(value)) return value.map(marked)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each)]))
}

/** Reads it back. */
export function readWire(json: string): WirePipeline {
  return JSON.parse(json, (_, value: unknown) => {
    const text: unknown = Object.getOwnPropertyDescriptor(Object(value), mark)?.value
    return typeof text === 'string' ? { [interpolatedText]: text } : value
  }) as WirePipeline
}
