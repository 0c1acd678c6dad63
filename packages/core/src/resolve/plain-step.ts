import { isPlainObject } from '@kitewright/schema'
import { statedKind } from '../agent/stated-kind.ts'
import type { Value } from '../agent/value.ts'
import { branded, modelVersion } from '../model/brand.ts'
import type { Trace } from '../model/origin.ts'
import type { Step } from '../model/step.ts'
import { stepBrand } from '../model/step-brand.ts'

/**
 * A step of a list in `raw`: a word or a map, as Buildkite has them. One that the agent does not know is a command step,
 * as where its author writes it. Returns undefined for what can be no step.
 */
export function plainStep(value: unknown, trace: Trace): Step | undefined {
  if (typeof value !== 'string' && !isPlainObject(value)) return undefined
  const kind = statedKind(typeof value === 'string' ? value : new Map(Object.entries(value) as [string, Value][]))
  if (typeof kind === 'object') return undefined
  const brand = { kind: kind === 'unknown' ? 'command' : kind, version: modelVersion, trace }
  return branded({ raw: value }, stepBrand, brand)
}
