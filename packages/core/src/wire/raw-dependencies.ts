import { isInterpolated, isPlainObject, type PlainMap } from '@kitewright/schema'
import type { WireMap, WireValue } from '../emit/wire-pipeline.ts'
import { brandOf } from '../model/brand.ts'
import { dependencyBrand, type ExternalStep, type IfPresent } from '../model/dependency.ts'
import type { Graph } from '../model/graph.ts'
import { originalsOf, stepBrand, stepBrandOf } from '../model/step-brand.ts'

/** Dependencies in `raw` as they are sent: as written, but for values of kitewright, which stand for keys. */
export function rawDependencies(written: unknown, graph: Graph): WireValue {
  if (stepBrandOf(written)) return keyOf(written as object, graph) ?? ''
  const made = brandOf(written, dependencyBrand)?.kind
  if (made === 'external' || made === 'anywhere') return (written as ExternalStep).key
  if (made === 'if-present') return keyOf((written as IfPresent).step, graph) ?? ''
  if (Array.isArray(written))
    return written.filter((item) => !isLeftOut(item, graph)).map((item) => rawDependencies(item, graph))
  if (!isPlainObject(written) || isInterpolated(written)) return written as WireValue
  const entries = Object.entries(written as PlainMap).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([name, item]) => [name, rawDependencies(item, graph)])) as WireMap
}

function isLeftOut(written: unknown, graph: Graph): boolean {
  const isOptional = brandOf(written, dependencyBrand)?.kind === 'if-present'
  return isOptional && keyOf((written as IfPresent).step, graph) === undefined
}

function keyOf(value: object, { nodes }: Graph): WireValue | undefined {
  return nodes.find(({ step }) => step === value || originalsOf(step[stepBrand]).some((one) => one === value))
    ?.printedKey
}
